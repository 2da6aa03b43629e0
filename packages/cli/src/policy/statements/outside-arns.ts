import { join, parameter, pseudo, type Value } from '../../resources/value.ts';
import { arnPattern, type IamAction } from '../actions/iam-actions.ts';
import type { Named, SdkCall } from '../usage.ts';

/**
 * ARNs of what no app declares, from the names in a call's input: a resource type's ARN as AWS lists it has
 * placeholders that are called as the inputs are, `function:${FunctionName}`. Empty where none is named.
 */
export async function outsideArns(action: IamAction, { names = {} }: SdkCall): Promise<readonly Value[]> {
  const [service = ''] = action.name.split(':');
  const all = await Promise.all(
    action.resourceTypes.map(async ({ name: type }) => {
      const pattern = await arnPattern(service, type);
      return pattern === undefined ? none : arnsOfType(pattern, type, names);
    }),
  );
  // A type whose every placeholder is named is meant rather than one of which only a part fits.
  const exact = all.filter(({ isExact }) => isExact);
  return (exact.length > 0 ? exact : all).flatMap(({ arns }) => arns);
}

interface Found {
  readonly arns: readonly Value[];
  readonly isExact: boolean;
}

const none: Found = { arns: [], isExact: false };

function arnsOfType(pattern: string, type: string, names: NonNullable<SdkCall['names']>): Found {
  const isArn = arnExpression(pattern);
  const whole = Object.entries(names).flatMap(([key, values]) =>
    values.flatMap((value): readonly Value[] => {
      if ('literal' in value) return isArn.test(value.literal) ? [value.literal] : [];
      return plain(key) === `${plain(type)}arn` ? [parameter(value.parameter)] : [];
    }),
  );
  return whole.length > 0 ? { arns: whole, isExact: true } : filled(pattern, type, names);
}

/** `${Partition}` and its kin are the app's own; every other placeholder is looked for among the inputs. */
function filled(pattern: string, type: string, names: NonNullable<SdkCall['names']>): Found {
  let found = 0;
  let missing = 0;
  const pieces = pattern.split(/(\$\{\w+\})/).map((piece): readonly Value[] => {
    const placeholder = /^\$\{(\w+)\}$/.exec(piece)?.[1];
    if (placeholder === undefined) return [piece];
    const own = ownPlaceholders[placeholder];
    if (own) return [own];
    const [key, given] = Object.entries(names).find(([name]) => isCalled(name, placeholder, type)) ?? [];
    // An ARN of another form is not taken apart.
    const isName = given?.every((name) => !('literal' in name && name.literal.startsWith('arn:'))) ?? false;
    if (!key || !given || !isName) missing++;
    if (!key || !given || !isName) return ['*'];
    found++;
    return given.flatMap((name) => shownAs(name, key, placeholder));
  });
  return found > 0 ? { arns: combined(pieces), isExact: missing === 0 } : none;
}

const ownPlaceholders: Readonly<Record<string, Value>> = {
  Partition: pseudo('partition'),
  Region: pseudo('region'),
  Account: pseudo('accountId'),
};

/** `FunctionName` is called as it is, `ScheduleName` of a schedule by its `Name`. */
function isCalled(key: string, placeholder: string, type: string): boolean {
  const wanted = plain(placeholder);
  if (wanted === 'parameternamewithoutleadingslash') return /^(Names?|Path)$/.test(key);
  return plain(key) === wanted || plain(`${type}${key}`) === wanted || `${plain(key)}name` === wanted;
}

const plain = (text: string): string => text.replaceAll(/[^A-Za-z0-9]/g, '').toLowerCase();

/** Names as they stand in ARNs: a path stands for what is below it too, and Secrets Manager adds six characters. */
function shownAs(name: Named, key: string, placeholder: string): readonly Value[] {
  if ('parameter' in name) return [parameter(name.parameter)];
  const text = name.literal.replace(/^\//, '');
  if (placeholder === 'SecretId') return [`${text}-??????`];
  const path = text.replace(/\/$/, '');
  return key === 'Path' ? [path, `${path}/*`].filter((each) => each !== '') : [text];
}

/** Every way to take one of each piece. */
function combined(pieces: readonly (readonly Value[])[]): readonly Value[] {
  const ways = pieces.reduce<readonly (readonly Value[])[]>(
    (before, piece) => before.flatMap((way) => piece.map((value) => [...way, value])),
    [[]],
  );
  return ways.map((way) => join(...way));
}

function arnExpression(pattern: string): RegExp {
  const parts = pattern.split(/\$\{\w+\}/).map((part) => part.replace(/[.*+?^$()[\]\\|{}]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}
