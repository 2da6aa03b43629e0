import type { FunctionConfig, StageConfig } from '@tankard/framework/config';

/** One stage's settings laid over those that hold for every stage, key by key and down to each function. */
export function mergeStage(base: StageConfig, stage: StageConfig): StageConfig {
  return {
    ...base,
    ...present(stage),
    parameters: { ...base.parameters, ...stage.parameters },
    tags: { ...base.tags, ...stage.tags },
    defaults: mergeFunction(base.defaults, stage.defaults),
    functions: Object.fromEntries(
      Object.keys({ ...base.functions, ...stage.functions }).map((name) => [
        name,
        mergeFunction(base.functions?.[name], stage.functions?.[name]),
      ]),
    ),
  };
}

/** One function's settings laid over others; environments are merged by variable, lists are replaced. */
export function mergeFunction(base: FunctionConfig = {}, over: FunctionConfig = {}): FunctionConfig {
  const merged = { ...base, ...present(over) };
  if (!base.environment && !over.environment) return merged;
  return { ...merged, environment: { ...base.environment, ...over.environment } };
}

/** A key that is given as undefined hides nothing. */
function present<T extends object>(settings: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(settings).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}
