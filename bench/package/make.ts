// What `tankard package` does but for the template, which CloudFormation limits to 500 resources: `node make.js FOLDER OUT`
import { commitArtifacts } from '../../packages/cli/src/build/zip/commit-artifacts.ts';
import { prepareArtifacts } from '../../packages/cli/src/build/zip/prepare-artifacts.ts';
import { resolveConfig } from '../../packages/cli/src/config/resolve-config.ts';
import { prepareApp } from '../../packages/cli/src/prepare/prepare-app.ts';

const [project = '', out = ''] = process.argv.slice(2);
const app = await prepareApp(await resolveConfig({ project }));
await commitArtifacts(out, await prepareArtifacts(out, app.built));
await app.keep();
