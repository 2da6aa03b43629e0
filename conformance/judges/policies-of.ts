import { resolveIntrinsics } from './resolve.ts';

/** A template as far as its resources go. */
export interface TemplateShape {
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties?: Readonly<Record<string, unknown>> }>
  >;
}

/** Every inline and managed policy of a template, by a name that tells where it stands. */
export function policiesOf(
  { Resources }: TemplateShape,
  parameters: Readonly<Record<string, string>> = {},
): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [id, { Type, Properties = {} }] of Object.entries(Resources)) {
    const inline = (Properties.Policies ?? []) as readonly {
      PolicyName: string;
      PolicyDocument: unknown;
    }[];
    if (Type === 'AWS::IAM::Role') {
      for (const [index, policy] of inline.entries()) {
        found[`${id}/${index}`] = resolveIntrinsics(policy.PolicyDocument, Resources, parameters);
      }
    }
    if (Type === 'AWS::IAM::ManagedPolicy' || Type === 'AWS::IAM::Policy') {
      found[id] = resolveIntrinsics(Properties.PolicyDocument, Resources, parameters);
    }
  }
  return found;
}
