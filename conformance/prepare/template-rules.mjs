import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installOnce, run } from './cache.mjs';

const VERSION = '1.9.0-beta';

/** AWS's own rules for templates; 10 MB that only this suite wants. */
export function templateRules(cache) {
  return installOnce(cache, 'template-rules', VERSION, async (folder) => {
    writeFileSync(join(folder, 'package.json'), '{"private":true}');
    await run('npm', ['install', '--no-audit', '--no-fund', `@aws/cloudformation-validate@${VERSION}`], {
      cwd: folder,
    });
  });
}
