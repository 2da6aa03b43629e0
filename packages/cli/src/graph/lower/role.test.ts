import { expect, test } from 'vitest';
import { configOf, graphOf, handler } from '../testing/given.ts';
import { valueText } from '../testing/value-text.ts';

const handlers = [
  handler('load', { source: 'lambda' }),
  handler('tick', { source: 'schedule', expression: 'rate(1 hour)', via: 'scheduler' }),
];
const rolesWith = (config: Parameters<typeof configOf>[0]) =>
  [...graphOf(handlers, [], configOf(config)).nodes.values()].flatMap(({ kind, model }) =>
    kind === 'role' ? [model] : [],
  );

test('every role gets the boundary, that of the Scheduler too', () => {
  const arn = 'arn:aws-cn:iam::123456789012:policy/Boundary';
  const roles = rolesWith({ permissionsBoundary: arn });
  expect(roles.map(({ trusts, boundary }) => [trusts, boundary])).toEqual([
    ['lambda.amazonaws.com', arn],
    ['lambda.amazonaws.com', arn],
    ['scheduler.amazonaws.com', arn],
  ]);
});

test('the name of a boundary is that of a policy in the account that is deployed to', () => {
  const [role] = rolesWith({ permissionsBoundary: 'team/Boundary' });
  expect(valueText(role?.boundary ?? '')).toBe('arn:{partition}:iam::{accountId}:policy/team/Boundary');
});

test('every role stands in the path', () => {
  expect(rolesWith({ rolePath: '/team/' }).map(({ path }) => path)).toEqual(['/team/', '/team/', '/team/']);
});

test('a role in another path has another name, so that both can be there while functions move', () => {
  const nameIn = (rolePath?: string) => valueText(rolesWith({ rolePath })[0]?.physicalName ?? '');
  expect(nameIn()).toBe('shop-dev-load-{region}');
  expect(nameIn('/')).toBe(nameIn());
  expect(nameIn('/team/')).toMatch(/^shop-dev-load-[0-9a-f]{6}-\{region\}$/);
  expect(nameIn('/other/')).not.toBe(nameIn('/team/'));
});
