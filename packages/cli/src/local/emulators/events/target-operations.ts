import type { JsonOperations } from '../../endpoint/json-operations.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { busName, type RuleTarget } from './rule.ts';
import type { Rules } from './rules.ts';

interface OfRule {
  readonly Rule: string;
  readonly EventBusName?: string;
}

/** Of one rule: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const MOST = 5;
/** What can be sent to here, as it stands in ARNs. */
const SERVICES = ['lambda', 'sqs', 'sns', 'events'];

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html */
export const targetOperations = (rules: Rules): JsonOperations => ({
  PutTargets({ Rule, EventBusName, Targets }: OfRule & { Targets: readonly RuleTarget[] }) {
    const rule = rules.get(busName(EventBusName), Rule);
    for (const target of Targets) check(target);
    const others = rule.targets.filter(({ Id }) => !Targets.some((target) => target.Id === Id));
    const targets = [...others, ...Targets];
    if (targets.length > MOST)
      throw new ServiceError(
        'LimitExceededException',
        'The requested resource exceeds the maximum number allowed.',
      );
    rules.put({ ...rule, targets });
    return { FailedEntryCount: 0, FailedEntries: [] };
  },
  RemoveTargets({ Rule, EventBusName, Ids }: OfRule & { Ids: readonly string[] }) {
    const rule = rules.get(busName(EventBusName), Rule);
    rules.put({ ...rule, targets: rule.targets.filter(({ Id }) => !Ids.includes(Id)) });
    return { FailedEntryCount: 0, FailedEntries: [] };
  },
  ListTargetsByRule({ Rule, EventBusName }: OfRule) {
    return { Targets: rules.get(busName(EventBusName), Rule).targets };
  },
});

function check({ Id, Arn, Input, InputPath, InputTransformer }: RuleTarget): void {
  const [, , service = ''] = Arn.split(':');
  if (!Arn.startsWith('arn:') || !service)
    throw new ServiceError(
      'ValidationException',
      `Parameter ${Arn} is not valid. Reason: Provided Arn is not in correct format.`,
    );
  if (!SERVICES.includes(service))
    throw new ServiceError(
      'NotImplemented',
      `tankard local's EventBridge has no targets of ${service}.`,
      501,
    );
  if ([Input, InputPath, InputTransformer].filter((one) => one !== undefined).length > 1)
    throw new ServiceError(
      'ValidationException',
      `Only one of Input, InputPath, or InputTransformer must be provided for target ${Id}.`,
    );
  if (Input !== undefined && !isJson(Input))
    throw new ServiceError(
      'ValidationException',
      `JSON syntax error in input for target ${Id}: ${Input} is no JSON.`,
    );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
