import { startCountingProxy } from '../../conformance/engines/counting-proxy.ts';
import { startMiniStack } from '../../conformance/engines/ministack.ts';
import { type Measured, measured } from '../measured.ts';

type Program = Parameters<typeof measured>[0];

/** A new engine whose calls are counted, and what runs programs against it. */
export interface ProxiedEngine {
  run(program: Program): Promise<Measured>;
  /** Runs one, and counts its calls alone. */
  count(program: Program): Promise<Measured & { readonly calls: number; readonly changes: number }>;
}

/** Starts an engine for programs that run in a folder, and stops it when the work is done. */
export async function onEngine<Result>(
  cwd: string,
  work: (engine: ProxiedEngine) => Promise<Result>,
): Promise<Result> {
  const engine = await startMiniStack();
  const proxy = await startCountingProxy(engine.endpoint);
  const env = {
    AWS_ENDPOINT_URL: proxy.endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  };
  const run = (program: Program) => measured(program, { cwd, env });
  try {
    return await work({
      run,
      count: async (program) => {
        proxy.forget();
        const ran = await run(program);
        return { ...ran, calls: proxy.calls().length, changes: proxy.mutations().length };
      },
    });
  } finally {
    await proxy.stop();
    await engine.stop();
  }
}
