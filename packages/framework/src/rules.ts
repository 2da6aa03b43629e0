// What the command needs of how AWS's services read an app's events, and of what holds for other origins: apart from the manifest, which takes a hundred modules to make.
export { PARTIAL_FAILURES } from './batch.ts';
export { corsFaults } from './checks/cors-faults.ts';
export { patternFault } from './checks/patterns.ts';
export { notificationsOverlap, S3_EVENTS } from './checks/s3.ts';
export { corsDeclaration } from './http/cors/options.ts';
export { CORS_VARIABLE, type ToldCors } from './http/cors/told.ts';
