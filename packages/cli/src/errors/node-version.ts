/** The oldest Node that the command runs on: the first 22 that runs TypeScript without a flag. */
const OLDEST = [22, 18] as const;

/**
 * What to say to a Node that is too old; nothing to one that will do.
 *
 * @param version as in `process.versions.node`: `24.1.0`.
 */
export function refusesNode(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return undefined;
  return `Tankard needs Node ${OLDEST.join('.')} or newer; this is Node ${version}.`;
}
