import type { Problem } from '@tankard/framework/manifest';
import {
  CONNECTIONS_SDK,
  type FrameworkSdk,
  isInstalled,
  SECRETS_SDK,
} from '../build/bundle/framework-sdks.ts';
import type { Code } from '../errors/codes.ts';
import { problem } from '../errors/problem.ts';
import type { FunctionUsage, ResourceUse } from '../policy/usage.ts';
import { connectionMethods } from '../policy/values/socket.ts';

interface Need {
  readonly sdk: FrameworkSdk;
  readonly isUse: (use: ResourceUse) => boolean;
  readonly code: Code;
  /** What the app does, and what it can't without the SDK. */
  readonly does: string;
  readonly cannot: string;
}

const needs: readonly Need[] = [
  {
    sdk: SECRETS_SDK,
    isUse: ({ resource, attributes }) => resource.kind === 'secret' && attributes.includes('value'),
    code: 'SECRETS_CLIENT_MISSING',
    does: 'reads secrets',
    cannot: 'read secrets',
  },
  {
    sdk: CONNECTIONS_SDK,
    isUse: ({ resource, attributes }) =>
      resource.kind === 'url' &&
      resource.name === 'websocket' &&
      connectionMethods.some((method) => attributes.includes(method)),
    code: 'CONNECTIONS_CLIENT_MISSING',
    does: 'speaks to connections of its WebSocket API',
    cannot: 'speak to them',
  },
];

/** What the framework needs in each function, by the function's name. */
export function neededSdks(usages: readonly FunctionUsage[]): ReadonlyMap<string, readonly FrameworkSdk[]> {
  return new Map(
    usages.map(({ function: name, resources }) => [
      name,
      needs.filter(({ isUse }) => resources.some(isUse)).map(({ sdk }) => sdk),
    ]),
  );
}

/** Lambda's runtime brings the SDK, so none of these is an error; wherever else the function runs, nobody does. */
export async function checkSdks(
  project: string,
  usages: readonly FunctionUsage[],
): Promise<readonly Problem[]> {
  const uses = usages.flatMap(({ resources }) => resources);
  const found = await Promise.all(
    needs.map(async ({ sdk, isUse, code, does, cannot }) => {
      const use = uses.find(isUse);
      if (!use || (await isInstalled(sdk, project))) return [];
      const message = `The app ${does}, and ${sdk.package} is not installed: the functions take the version that Lambda's runtime has, and can't ${cannot} anywhere else.`;
      const remedy = `Run: npm install ${sdk.package}`;
      return [problem(code, { severity: 'warning', message, place: use.places[0], remedy })];
    }),
  );
  return found.flat();
}
