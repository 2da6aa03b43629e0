export type { ObjectChange } from './emulators/s3/change.ts';
export type { Mail, MailAttachment } from './emulators/ses/mail.ts';
export { type Engines, type EnginesOptions, startEngines } from './engines.ts';
