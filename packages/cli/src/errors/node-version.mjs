/** The oldest Node that the command runs on: the first 22 that runs TypeScript without a flag. */
const OLDEST = /** @type {const} */ ([22, 18]);

/**
 * What to say to a Node that is too old; nothing to one that will do. Not TypeScript, because an old Node has to run it.
 *
 * @param {string} version as in `process.versions.node`: `24.1.0`.
 * @returns {string | undefined}
 */
export function refusesNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return undefined;
  return `Tankard needs Node ${OLDEST.join('.')} or newer; this is Node ${version}. Install one from https://nodejs.org.`;
}
