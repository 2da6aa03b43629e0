import type { ApiTarget } from '@tankard/framework/config';
import type { Problem } from '@tankard/framework/manifest';
import { problem } from '../../errors/problem.ts';
import type { CheckInput } from '../check-app.ts';
import { capabilities } from './capabilities.ts';
import type { Capability, Use } from './capability.ts';

/** What each target is called, and how the configuration asks for it. */
export const TARGETS: Readonly<Record<ApiTarget, string>> = {
  http: 'an HTTP API',
  rest: 'a REST API',
  'function-url': 'a function URL',
};

/** Every use of what the chosen target can't do. */
export function checkTarget(app: CheckInput): readonly Problem[] {
  const { api } = app.config;
  return capabilities
    .filter(({ targets }) => !targets.includes(api))
    .flatMap((capability) => capability.uses(app).map((use) => cannot(capability, use, api)));
}

function cannot(capability: Capability, { by, subject, place }: Use, api: ApiTarget): Problem {
  const { what, targets, page, instead } = capability;
  const others = targets.map((target) => `${TARGETS[target]} (api: '${target}')`).join(' or ');
  return problem('API_CANNOT', {
    severity: instead === undefined ? 'error' : 'warning',
    message: `${by} can't have ${what}: ${TARGETS[api]} has no such thing${instead ? `, and ${instead}` : ''}.`,
    place,
    subject,
    remedy: `Serve the app by ${others}, or leave it out. ${page}`,
  });
}
