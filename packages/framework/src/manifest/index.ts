export { DEFAULTS } from '../defaults.ts';
export { isTankardError, type Place, type Problem, TankardError } from '../errors.ts';
export { environmentName, type NamedKind } from '../resources/environment.ts';
export { type Placeholder, placeholder, splitAtPlaceholders } from '../resources/placeholder.ts';
export { describe } from './describe.ts';
export * from './types.ts';
