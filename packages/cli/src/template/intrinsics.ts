import type { Cfn } from '../resources/template.ts';
import type { Ref, Value } from '../resources/value.ts';

/** How the names of other parts are written in the text of an `Fn::Sub`. */
export interface Names {
  /** `${SubscribersTable.Arn}`. */
  reference(ref: Ref): string;
  /** The logical id of a parameter. */
  parameter(name: string): string;
}

const PSEUDO = {
  accountId: 'AWS::AccountId',
  region: 'AWS::Region',
  partition: 'AWS::Partition',
  urlSuffix: 'AWS::URLSuffix',
} as const;

/** A value as a template writes it: plain where it is known, else the shortest intrinsic that says it. */
export function intrinsic(value: Value, names: Names): Cfn {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((one) => intrinsic(one, names));
  if (isJoin(value) || isName(value)) return fromSub(subText(value, names));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, intrinsic(one, names)]));
}

type Name = Extract<Value, { $ref: unknown } | { $pseudo: unknown } | { $parameter: unknown }>;

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
const isJoin = (value: Value): value is Extract<Value, { $join: unknown }> =>
  typeof value === 'object' && value !== null && '$join' in value;
const isName = (value: Value): value is Name =>
  typeof value === 'object' &&
  value !== null &&
  ('$ref' in value || '$pseudo' in value || '$parameter' in value);

function subText(value: Value, names: Names): string {
  if (typeof value !== 'object' || value === null) return String(value).replaceAll('${', '${!');
  if (isJoin(value)) return value.$join.map((piece) => subText(piece, names)).join('');
  if (!isName(value)) throw new Error(`A list or an object stands in a text: ${JSON.stringify(value)}`);
  if ('$ref' in value) return names.reference(value);
  if ('$parameter' in value) return `\${${names.parameter(value.$parameter)}}`;
  return `\${${PSEUDO[value.$pseudo]}}`;
}

function fromSub(text: string): Cfn {
  const [, id, attribute] = /^\$\{([\w:]+)(?:\.(\w+))?\}$/.exec(text) ?? [];
  if (id !== undefined) return attribute === undefined ? { Ref: id } : { 'Fn::GetAtt': [id, attribute] };
  return /\$\{[^!]/.test(text) ? { 'Fn::Sub': text } : text.replaceAll('${!', '${');
}
