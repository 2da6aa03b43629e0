export { isTankardError, type Place, type Problem, TankardError } from '../errors.ts';
export { describe } from './describe.ts';
export * from './types.ts';
