import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ResolvedConfig } from '../../config/resolved.ts';
import { configOf } from '../../graph/testing/given.ts';
import { type AnalysedApp, analyseApp } from '../../prepare/analyse-app.ts';

const root = fileURLToPath(new URL('../../../../../', import.meta.url));

/** An app of this repository, read from its source. */
export function analysed(folder: string, config: Partial<ResolvedConfig> = {}): Promise<AnalysedApp> {
  const project = join(root, folder);
  return analyseApp(configOf({ project, entry: join(project, 'src/app.ts'), ...config }));
}
