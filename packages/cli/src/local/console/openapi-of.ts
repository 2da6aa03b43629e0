import { aboutProject } from '../../openapi/about-project.ts';
import type { OpenApiDocument } from '../../openapi/document.ts';
import { openapiDocument } from '../../openapi/openapi-document.ts';
import type { ConsoleSources } from './sources.ts';

/** The routes of the app as they stand now, for the viewer and for any tool; waits for a build that is under way. */
export async function openapiOf({
  app,
  config,
  url,
}: Pick<ConsoleSources, 'app' | 'config' | 'url'>): Promise<OpenApiDocument> {
  const { manifest } = await app.current();
  const info = await aboutProject(config.project, manifest.app);
  return openapiDocument(manifest, { info, api: config.api, urls: [url] });
}
