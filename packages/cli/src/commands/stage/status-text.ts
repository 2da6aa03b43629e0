import type { Style } from '../../report/style.ts';
import { table } from '../../report/table.ts';
import type { StageStatus } from './stage-status.ts';

/** What there is of a stage, for people. */
export function statusText(status: StageStatus, style: Style): string {
  const { deploy, functions, there, missing, unfinished, unwanted, outputs } = status;
  const list = (title: string, ids: readonly string[]) =>
    ids.length > 0 ? [`${title}: ${ids.join(', ')}`] : [];
  const none = there === 0;
  return [
    deploy
      ? `Deploy ${deploy.number} ${deploy.ended ? 'ended' : style.warn('began and did not end')} at ${deploy.at}, by ${deploy.caller}`
      : 'No deploy is recorded on this machine.',
    ...(functions.length > 0 && !none ? [table(functions.map(functionRow))] : []),
    ...(outputs.length > 0 && !none ? [table(outputs.map(({ name, value }) => [`  ${name}`, value]))] : []),
    none ? 'Nothing of it is in AWS.' : `${there} of ${there + missing.length} resources are in AWS.`,
    ...list(style.warn('Missing'), none ? [] : missing),
    ...list(style.warn('Begun and not ended'), unfinished),
    ...list('Wanted no more, and still there', unwanted),
  ].join('\n');
}

function functionRow({ name, there, runtime, memory, timeout }: StageStatus['functions'][number]) {
  return [`  ${name}`, there ? `${runtime}, ${memory} MB, ${timeout} s` : 'not in AWS'];
}
