import { readFileSync } from 'node:fs';
import { corpusApp, writtenPolicies } from '../../packages/cli/src/policy/testing/corpus-policies.ts';
import type { BenchResult } from '../result.ts';
import { judgedAutopilot } from './autopilot.ts';
import { judgedChalice } from './chalice.ts';
import { type Judged, lacking, tally } from './tally.ts';
import { judgedTankard } from './tankard.ts';
import { actionsIn } from './written.ts';

/** Derives the policies of the corpus, beside Chalice's analyzer and AWS's IAM Policy Autopilot. */
export async function bench(): Promise<BenchResult> {
  const project = corpusApp('one-each');
  const policies = writtenPolicies(project);
  const written = (handler: string) => {
    const policy = policies.get(handler);
    if (!policy) throw new Error(`The corpus has no handler ${handler}.`);
    return actionsIn(policy.statements);
  };
  const tankard = judgedTankard(project, written);
  const chalice = judgedChalice(written);
  const autopilot = await judgedAutopilot(project);
  const asked = new Set(chalice.map((one) => one.case.split(':')[0]));
  return {
    title: 'Permissions that are read from the code',
    about: `Handlers of one trait each (\`packages/cli/src/policy/testing/corpus/one-each\`), with the policy that a careful person wrote above every one; Tankard's own tests hold it to them. Chalice's analyzer saw ${chalice.length} Python apps (\`bench/policies/chalice\`): a plain one, and others that do the same under each event source or in the ways that it is known to miss, so its share of wrong ones is not that of usual code. IAM Policy Autopilot's \`extract-sdk-calls\` saw each TypeScript file that holds handlers: it lists the calls of a file, not those of a function, so a case is a file there. Its calls became actions by Tankard's own table, and offline it names no resources. A case is wrong with an action missing or too many. "On *" counts actions that are allowed on every resource; Tankard's are those that know no resource.`,
    columns: ['', 'cases', 'wrong', 'actions missing', 'actions extra', 'on *'],
    rows: [
      tally('Tankard, every handler', tankard),
      tally(
        'Tankard, the handlers that Chalice saw',
        tankard.filter((one) => asked.has(one.case)),
      ),
      tally(`Chalice ${pinned('chalice')}`, chalice),
      [...tally(`IAM Policy Autopilot ${pinned('policy-autopilot')}, files`, autopilot).slice(0, -1), '–'],
    ],
    runs: [
      ...chalice.map((one) => told('Chalice', one)),
      ...autopilot.map((one) => told('IAM Policy Autopilot', one)),
    ],
  };
}

/** The version that a tool is installed in. */
function pinned(tool: string): string {
  const file = new URL(`../../conformance/python/${tool}.txt`, import.meta.url);
  return readFileSync(file, 'utf8').trim().replace(/.*==/, '');
}

function told(tool: string, { case: name, written, given }: Judged) {
  return {
    tool,
    case: name,
    missing: lacking(given, written),
    extra: lacking(written, given),
  };
}
