/** A folder that `run.mjs` has installed and names in the environment. */
export function installed(
  name:
    | 'VALIDATORS'
    | 'CLIENTS'
    | 'MODELS'
    | 'MINISTACK'
    | 'MOTO'
    | 'OPENAPI'
    | 'RUNTIME_CLIENT'
    | 'TEMPLATE_RULES',
): string {
  const folder = process.env[`CONFORMANCE_${name}`];
  if (!folder) throw new Error('Start the suite with `npm run conformance`: it installs the judges.');
  return folder;
}
