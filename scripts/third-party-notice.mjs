import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Licences that let others ship the code with their text beside it. */
const ALLOWED = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', '0BSD'];

/**
 * The names, versions and licences of what is bundled in.
 *
 * @param inputs paths of all bundled modules, from a folder
 * @throws Error for a package without its licence's text, or with a licence that nobody has looked at.
 */
export function thirdPartyNotice(folder, inputs) {
  const packages = new Set(
    inputs.filter((path) => path.includes('node_modules/')).map((path) => packageOf(join(folder, path))),
  );
  const sections = [...packages].map(sectionOf).sort();
  return ['What @tankard/cli brings of others, with their licences.', ...sections].join(
    `\n\n${'-'.repeat(80)}\n\n`,
  );
}

function packageOf(file) {
  const [path] = /^.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(dirname(file)) ?? [''];
  return path;
}

function sectionOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const text = licenceIn(folder);
  if (!ALLOWED.includes(license)) throw new Error(`${name} is bundled, and its licence is ${license}.`);
  if (!text) throw new Error(`${name} is bundled, and its licence has no text.`);
  return `${name} ${version} (${license})\n\n${text.trim()}`;
}

/** A file of its own, or the end of what is to be read first. */
function licenceIn(folder) {
  const read = (pattern) => {
    const file = readdirSync(folder).find((name) => pattern.test(name));
    return file && readFileSync(join(folder, file), 'utf8');
  };
  return read(/^licen[cs]e/i) ?? /^#+ licen[cs]e\s+([\s\S]+)/im.exec(read(/^readme/i) ?? '')?.[1];
}
