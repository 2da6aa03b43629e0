import { routeFunctions } from '../../graph/lower/api.ts';
import { type Capability, routeUse } from './capability.ts';

/** What not every target can do, and which can: one line each. A use that the chosen target can't serve is API_CANNOT. */
export const capabilities: readonly Capability[] = [
  {
    what: 'routes in several functions',
    targets: ['http', 'rest'],
    page: 'https://docs.aws.amazon.com/lambda/latest/dg/furls-http-invoke-decision.html',
    uses: ({ manifest }) =>
      routeFunctions(manifest)
        .slice(1)
        .flatMap(({ handlers }) =>
          handlers.flatMap((handler) =>
            handler.trigger.source === 'route' ? [routeUse({ ...handler, trigger: handler.trigger })] : [],
          ),
        ),
  },
  {
    what: 'its own address in `app.url`, which AWS gives when the function is made',
    targets: ['http', 'rest'],
    page: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html',
    uses: ({ manifest, usages }) => {
      const served = new Set(routeFunctions(manifest).map(({ name }) => name));
      return usages.flatMap(({ function: name, resources }) => {
        const use = resources.find(({ resource }) => resource.kind === 'url');
        return use && served.has(name) ? [{ by: `'${name}'`, subject: name, place: use.places[0] }] : [];
      });
    },
  },
];
