export * from './types.ts';
export { DEFAULTS } from '../defaults.ts';
export { isTankardError, TankardError, type Place, type Problem } from '../errors.ts';
