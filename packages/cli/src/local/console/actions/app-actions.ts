import { appMap } from '../../../graph/map/app-map.ts';
import { explainedPolicies } from '../../../prepare/explained-policies.ts';
import { countsOf } from '../data/counts.ts';
import type { Shown } from '../shown.ts';
import { shownApp } from '../shown-app.ts';
import type { Action } from './actions.ts';
import { found } from './refused.ts';

/** What the app is; as it stood when it was last built, where its source is broken now. */
export const appActions = {
  'GET app': async (sources): Promise<Shown> => {
    const app = sources.app.latest();
    return { app: app && shownApp(app, sources), problems: sources.feed.problems() };
  },
  'GET map': async ({ app }) => {
    const { manifest, analysis } = found(app.latest(), 'app');
    // The layout library is loaded with the first map.
    const { draw } = await import('../../../graph/map/draw.ts');
    return draw(appMap(manifest, analysis.usages));
  },
  'GET counts': async (sources) => countsOf(found(sources.app.latest(), 'app'), sources),
  'GET permissions': async ({ app }) => {
    const { analysis, graph } = found(app.latest(), 'app');
    return explainedPolicies(analysis, graph);
  },
} satisfies Readonly<Record<string, Action>>;
