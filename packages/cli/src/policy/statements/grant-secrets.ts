import type { PolicyContext } from '../context.ts';
import type { FunctionUsage } from '../usage.ts';
import type { Grant } from './grant.ts';

/** `secret.value()` is a call of Secrets Manager that the framework makes for the code. */
export function grantSecrets(usage: FunctionUsage, { arns }: PolicyContext): readonly Grant[] {
  return usage.resources.flatMap(({ resource, attributes, places }) => {
    if (resource.kind !== 'secret' || !attributes.includes('value')) return [];
    const text = `${resource.name}.value()`;
    const resources = [arns.arn(resource)];
    return (places.length > 0 ? places : [undefined]).map((place) => ({
      action: 'secretsmanager:GetSecretValue',
      resources,
      because: { place, text },
    }));
  });
}
