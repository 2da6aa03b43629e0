import type { Attribute, NodeId, Value } from './value.ts';

/** A value as a template writes it: plain JSON, in which intrinsic functions are objects. What is `undefined` is left out. */
export type Cfn = string | number | boolean | null | undefined | readonly Cfn[] | CfnObject;
export interface CfnObject {
  readonly [key: string]: Cfn;
}

/** One entry of a template's `Resources`. */
export interface CfnResource {
  readonly Type: string;
  readonly DependsOn?: readonly string[] | undefined;
  readonly DeletionPolicy?: 'Retain' | undefined;
  readonly UpdateReplacePolicy?: 'Retain' | undefined;
  readonly Properties: CfnObject;
}

/** What a resource kind needs to know of the template around it. */
export interface TemplateContext {
  /** The logical id of the resource that is rendered. */
  readonly id: string;
  /** The logical id of another node. */
  idOf(node: NodeId): string;
  value(value: Value): Cfn;
  /** What everything that takes tags is tagged with. */
  readonly tags: Readonly<Record<string, string>>;
}

/** How one resource kind looks in a template. */
export interface KindTemplate<Model> {
  /** Ends its logical ids: `SubscribersTable`. */
  readonly suffix: string;
  /** Its attributes as they stand in the text of an `Fn::Sub`; what is absent cannot be referred to. */
  readonly attributes: Readonly<Partial<Record<Attribute, (id: string, model: Model) => string>>>;
  /** By logical id; each begins with `context.id`. */
  render(model: Model, context: TemplateContext): Readonly<Record<string, CfnResource>>;
}

/** `${Id}`: what CloudFormation's `Ref` gives. */
export const refText = (id: string): string => `\${${id}}`;

/** `${Id.Arn}`: what `Fn::GetAtt` gives. */
export const attributeText =
  (name: string) =>
  (id: string): string =>
    `\${${id}.${name}}`;

/** Tags as most kinds take them. */
export function tagList({ tags }: TemplateContext): Cfn {
  const pairs = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  return pairs.length > 0 ? pairs : undefined;
}

/** Tags as functions and HTTP APIs take them. */
export function tagMap({ tags }: TemplateContext): Cfn {
  return Object.keys(tags).length > 0 ? tags : undefined;
}

/** Data: neither `delete` nor a replacement takes it away. */
export const KEPT = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' } as const;
