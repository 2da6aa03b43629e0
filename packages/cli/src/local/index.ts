export type { ObjectChange } from './emulators/s3/change.ts';
export type { Mail, MailAttachment } from './emulators/ses/mail.ts';
export { type Engines, type EnginesOptions, startEngines } from './engines.ts';
export {
  type LocalTestApp,
  type StartLocalOptions,
  startLocal,
  type TestClock,
} from './in-process/start-local.ts';
export type { Cause, CauseKind } from './invocations/cause.ts';
export type { Invocation, Outcome } from './invocations/invocation.ts';
