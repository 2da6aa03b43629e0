import { functionsOf } from '../../build/functions.ts';
import type { ResolvedConfig } from '../../config/resolved.ts';
import { settingPlace } from '../../config/setting-place.ts';
import { routeFunctions } from '../../graph/lower/api.ts';
import { settingsOf } from '../../graph/settings.ts';
import { authorizerCapabilities } from './authorizers.ts';
import { type Capability, routesThat, routeUse, setting, type Use } from './capability.ts';

/** What not every target can do, and which can: one line each. A use that the chosen target can't serve is API_CANNOT. */
export const capabilities: readonly Capability[] = [
  ...authorizerCapabilities,
  {
    what: 'a name of its own (`domain`)',
    targets: ['http', 'rest'],
    page: 'https://docs.aws.amazon.com/lambda/latest/dg/furls-http-invoke-decision.html',
    uses: ({ config }) => domainUse(config, config.domain !== undefined),
  },
  {
    what: 'a name at the edge',
    targets: ['rest'],
    page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html',
    uses: ({ config }) => domainUse(config, config.domain?.endpoint === 'edge'),
  },
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
        const use = resources.find(({ resource }) => resource.kind === 'url' && !resource.name);
        return use && served.has(name) ? [{ by: `'${name}'`, subject: name, place: use.places[0] }] : [];
      });
    },
  },
  {
    what: 'answers that are sent as they are made',
    targets: ['rest', 'function-url'],
    page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html',
    instead: 'sends each when it is complete',
    uses: routesThat(({ stream }) => stream === true),
  },
  {
    what: 'answers that are sent as they are made out of a VPC',
    targets: ['rest'],
    page: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-response-streaming.html#config-rs-vpc-compatibility',
    uses: (app) => {
      const inVpc = functionsOf(app.manifest).filter((spec) => settingsOf(spec, app.config).vpc);
      const names = new Set(inVpc.flatMap(({ handlers }) => handlers.map(({ name }) => name)));
      const streams = routesThat(({ stream }) => stream === true)(app);
      // An HTTP API sends none anywhere.
      return app.config.api === 'http' ? [] : streams.filter(({ subject }) => names.has(subject));
    },
  },
  {
    what: 'answers that it compresses',
    targets: ['rest'],
    page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gzip-compression-decompression.html',
    uses: setting('minimumCompressionSize'),
  },
];

const domainUse = (config: ResolvedConfig, asked: boolean): readonly Use[] =>
  asked ? [{ by: `The app's API`, subject: 'domain', place: settingPlace(config, 'domain') }] : [];
