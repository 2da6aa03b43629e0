import type { BucketNotification } from '../bucket/model.ts';
import type { Known } from '../known.ts';
import type { Property, Scope } from '../reconciler.ts';

/** One entry as S3 has it. */
export interface FunctionConfiguration {
  readonly Id?: string | undefined;
  readonly LambdaFunctionArn: string | undefined;
  readonly Events: readonly string[] | undefined;
  readonly Filter?:
    | {
        readonly Key?:
          | {
              readonly FilterRules?:
                | readonly { Name?: string | undefined; Value?: string | undefined }[]
                | undefined;
            }
          | undefined;
      }
    | undefined;
}

/** How the ids of our entries begin. No name has a dot, so that no other app's or stage's begin so. */
export const idPrefix = ({ app, stage }: Pick<Scope, 'app' | 'stage'>): string => `tankard.${app}.${stage}.`;

/** Whether an entry is one that this app made in this stage. */
export const isOurs = ({ Id = '' }: FunctionConfiguration, scope: Pick<Scope, 'app' | 'stage'>): boolean =>
  Id.startsWith(idPrefix(scope));

/** Ours as S3 takes them. */
export function configurationOf(
  { id, events, prefix, suffix, function: called }: Known<BucketNotification>,
  scope: Pick<Scope, 'app' | 'stage'>,
) {
  const FilterRules = [
    ...(prefix ? [{ Name: 'prefix' as const, Value: prefix }] : []),
    ...(suffix ? [{ Name: 'suffix' as const, Value: suffix }] : []),
  ];
  return {
    Id: idPrefix(scope) + id,
    LambdaFunctionArn: called,
    Events: [...events] as never[],
    ...(FilterRules.length > 0 && { Filter: { Key: { FilterRules } } }),
  };
}

/** Ours by handler, in a form that does not hang on the order or the spelling in which S3 answers. */
export function ourNotifications(
  configurations: readonly FunctionConfiguration[],
  scope: Pick<Scope, 'app' | 'stage'>,
): Readonly<Record<string, Property>> {
  return Object.fromEntries(
    configurations
      .filter((one) => isOurs(one, scope))
      .map(({ Id = '', LambdaFunctionArn = '', Events = [], Filter }) => {
        // S3 answers `Prefix` to what was sent as `prefix`.
        const rules = new Map(
          Filter?.Key?.FilterRules?.map(({ Name = '', Value }) => [Name.toLowerCase(), Value]),
        );
        return [
          Id.slice(idPrefix(scope).length),
          {
            function: LambdaFunctionArn,
            events: Events.toSorted(),
            prefix: rules.get('prefix') || undefined,
            suffix: rules.get('suffix') || undefined,
          },
        ];
      }),
  );
}
