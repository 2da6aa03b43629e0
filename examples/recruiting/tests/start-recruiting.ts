import { type Engines, startEngines } from '@tankard/cli/local';

/** The app's table, bucket and inbox on the engines of `tankard local`, and its environment set to them. */
export async function startRecruiting(): Promise<Engines> {
  const engines = await startEngines();
  Object.assign(process.env, engines.environment, {
    TANKARD_TABLE_CANDIDATES: 'Candidates',
    TANKARD_BUCKET_ASSIGNMENTS: 'assignments',
    TANKARD_PARAMETER_SOURCE_EMAIL: 'recruiting@example.com',
    TANKARD_PARAMETER_REPLY_TO_EMAIL: 'people@example.com',
    TANKARD_URL: 'https://api.example.com',
    TANKARD_LOG_LEVEL: 'FATAL',
  });
  await engines.createTable({
    physicalName: 'Candidates',
    partitionKey: { name: 'id', type: 'string' },
    indexes: [],
    stream: true,
  });
  await engines.createBucket('assignments');
  return engines;
}
