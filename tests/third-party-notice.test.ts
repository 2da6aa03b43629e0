import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { thirdPartyNotice } from '../scripts/third-party-notice.mjs';

const folder = mkdtempSync(join(tmpdir(), 'tankard-notice-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Installs a package, and gives the path of a module of it. */
function installed(name: string, license: string, files: Readonly<Record<string, string>>): string {
  const own = join(folder, 'node_modules', name);
  mkdirSync(own, { recursive: true });
  const manifest = JSON.stringify({ name, version: '1.2.3', license });
  for (const [file, text] of Object.entries({ 'package.json': manifest, ...files }))
    writeFileSync(join(own, file), text);
  return `node_modules/${name}/lib/index.js`;
}

describe('the notice of what is built in', () => {
  test('names each package once, with its version and the text of its licence', () => {
    const one = installed('@scope/one', 'MIT', { LICENSE: 'Permission is granted by One.' });
    const notice = thirdPartyNotice(folder, [one, one.replace('index', 'other'), 'src/main.ts']);
    expect(notice.match(/@scope\/one 1\.2\.3 \(MIT\)\n\nPermission is granted by One\./g)).toHaveLength(1);
    expect(notice).not.toContain('main');
  });

  test('takes the text from the end of what is to be read first, where it is no file of its own', () => {
    const two = installed('two', 'MIT', {
      'Readme.md': '# Two\n\nDoes it.\n\n## License\n\nGranted by Two.\n',
    });
    expect(thirdPartyNotice(folder, [two])).toContain('two 1.2.3 (MIT)\n\nGranted by Two.');
  });

  test.each([
    ['without the text of its licence', 'MIT', {}, 'three is bundled, and its licence has no text.'],
    ['of a licence that nobody has looked at', 'GPL-3.0', { LICENSE: 'Share.' }, 'its licence is GPL-3.0.'],
  ])('refuses a package %s', (_, license, files, said) => {
    const three = installed('three', license, files);
    expect(() => thirdPartyNotice(folder, [three])).toThrow(said);
    rmSync(join(folder, 'node_modules', 'three'), { recursive: true });
  });
});
