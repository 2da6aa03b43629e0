import { readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Takes the declarations away that no entry of a package leads to, and folders that are empty then: tsc writes one for each file that it reads.
 *
 * @param folder of the package
 * @param entries declarations that users import, from there
 */
export function pruneDeclarations(folder, entries) {
  const reached = new Set();
  const visit = (file) => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const request of requestsOf(readFileSync(file, 'utf8'))) visit(join(dirname(file), request));
  };
  for (const entry of entries) visit(join(folder, entry));
  prune(join(folder, 'dist'), reached);
}

/** Other files that one is typed by: `./value.d.ts` where it says `./value.ts`. */
function requestsOf(text) {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '');
  const requests = code.matchAll(
    /(?:^(?:import|export)\b[^'"]*\bfrom |\bimport\()['"](\.[^'"]+)\.(?:ts|js)['"]/gm,
  );
  return [...requests].map(([, request]) => `${request}.d.ts`);
}

function prune(folder, reached) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) prune(path, reached);
    else if (!reached.has(path)) rmSync(path);
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
