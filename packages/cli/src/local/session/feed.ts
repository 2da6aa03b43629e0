import type { Problem } from '@tankard/framework/manifest';
import type { Happening } from './happening.ts';

/** What a session tells, for whoever listens, and what is wrong with the app now. */
export interface Feed {
  readonly tell: (happening: Happening) => void;
  /** What stopped the last build; nothing where it succeeded. */
  problems(): readonly Problem[];
  onTell(listener: (happening: Happening) => void): void;
}

/** @param first is told of everything before the others. */
export function createFeed(first: (happening: Happening) => void): Feed {
  const listeners = [first];
  let problems: readonly Problem[] = [];
  return {
    tell(happening) {
      if (happening.kind === 'build-failed') problems = happening.problems;
      if (happening.kind === 'rebuilt') problems = [];
      for (const listener of listeners) listener(happening);
    },
    problems: () => problems,
    onTell: (listener) => void listeners.push(listener),
  };
}
