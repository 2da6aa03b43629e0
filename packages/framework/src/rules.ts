// What the command needs of how AWS's services read an app's events: apart from the manifest, which takes a hundred modules to make.
export { PARTIAL_FAILURES } from './batch.ts';
export { patternFault } from './checks/patterns.ts';
export { notificationsOverlap, S3_EVENTS } from './checks/s3.ts';
