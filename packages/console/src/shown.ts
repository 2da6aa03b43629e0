/** What the session's server tells, as it types it. Types only: no code of the command is part of the page. */
export type { Drawing, DrawnArrow, DrawnBox } from '../../cli/src/graph/map/drawing.ts';
export type * from '../../cli/src/local/console/shown.ts';
export type { Mail } from '../../cli/src/local/emulators/ses/mail.ts';
export type { ExplainedPolicy, ExplainedStatement } from '../../cli/src/prepare/explained-policy.ts';
export type { Json, JsonObject, Place, Problem } from '../../framework/src/manifest/index.ts';
