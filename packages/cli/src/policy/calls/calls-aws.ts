import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { pathToFileURL } from 'node:url';

const known = new Map<string, boolean>();

/**
 * Whether an installed package says that it needs a client of the AWS SDK. What a package's own packages need
 * is not followed: a library that calls AWS names the client that it calls it with.
 */
export function callsAws(packageName: string, from: string): boolean {
  const file = packageFile(packageName, from);
  if (file === undefined) return false;
  const answer = known.get(file) ?? needsClient(file);
  known.set(file, answer);
  return answer;
}

function packageFile(packageName: string, from: string): string | undefined {
  try {
    return findPackageJSON(packageName, pathToFileURL(from));
  } catch {
    // A package that is not installed is the bundler's to report.
    return undefined;
  }
}

function needsClient(file: string): boolean {
  const { dependencies, peerDependencies, optionalDependencies } = JSON.parse(
    readFileSync(file, 'utf8'),
  ) as Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
  const names = Object.keys({ ...dependencies, ...peerDependencies, ...optionalDependencies });
  return names.some((name) => /^(aws-sdk$|@aws-sdk\/(client|lib)-)/.test(name));
}
