/**
 * A value of a resource that may not be known before AWS makes something. A template writes it as an
 * intrinsic function, a deploy looks it up, local computes it.
 */
export type Value =
  | string
  | number
  | boolean
  /** In patterns, where it means itself. */
  | null
  | Ref
  | Pseudo
  | ParameterValue
  | Join
  | readonly Value[]
  | { readonly [key: string]: Value };

/** An attribute of another node, known once that node is made; it also orders the two. */
export interface Ref {
  readonly $ref: NodeId;
  readonly attribute: Attribute;
}
export type Attribute = 'arn' | 'name' | 'id' | 'url' | 'socketUrl' | 'streamArn' | 'target' | 'zone';
/** What AWS tells about where the app stands. */
export interface Pseudo {
  readonly $pseudo: 'accountId' | 'region' | 'partition' | 'urlSuffix';
}
/** The value that the user gives for `app.parameter(name)`, or for what an existing resource is called. */
export interface ParameterValue {
  readonly $parameter: string;
}
/** The pieces, one after another, as one text. */
export interface Join {
  readonly $join: readonly Value[];
}

export type NodeId = `${string}:${string}`;

/** Whether a value is one text that may not be known yet. */
export const isOpen = (value: Value): value is Ref | Pseudo | ParameterValue | Join =>
  typeof value === 'object' &&
  value !== null &&
  ('$ref' in value || '$pseudo' in value || '$parameter' in value || '$join' in value);

export const ref = (id: NodeId, attribute: Attribute): Ref => ({ $ref: id, attribute });
export const pseudo = (name: Pseudo['$pseudo']): Pseudo => ({ $pseudo: name });
export const parameter = (name: string): ParameterValue => ({ $parameter: name });
export const join = (...pieces: readonly Value[]): Join => ({ $join: pieces });
