import type { Place } from '@tankard/framework/manifest';
import type { ExplainedPolicy, ExplainedStatement } from '../../prepare/explained-policy.ts';
import type { Style } from '../../report/style.ts';

/** Policies for people: what is allowed, on what, and the lines of code that ask for it. */
export function policyText(policies: readonly ExplainedPolicy[], style: Style): string {
  return policies
    .map(({ function: name, statements, notSeen }) =>
      [
        style.strong(name),
        ...statements.flatMap((statement) => statementLines(statement, style)),
        ...notSeen.flatMap(({ place, what, remedy, isGranted }) => [
          `  ${style.warn(isGranted ? '! kept whole' : '! not seen')}  ${what}`,
          style.faint(`    ${placeText(place)}`),
          `    ${remedy}`,
        ]),
      ].join('\n'),
    )
    .join('\n\n');
}

function statementLines(
  { effect, actions, resources, conditions, because }: ExplainedStatement,
  style: Style,
): readonly string[] {
  return [
    `  ${effect ? style.warn(`never ${actions.join(', ')}`) : style.good(actions.join(', '))}`,
    ...resources.map((resource) => `    on ${resource}`),
    ...conditions.map((condition) => `    if ${condition}`),
    ...because.map(({ place, text }) => style.faint(`    ${place ? `${placeText(place)}  ` : ''}${text}`)),
  ];
}

const placeText = ({ file, line }: Place) => `${file}:${line}`;
