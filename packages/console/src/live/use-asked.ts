import { useEffect, useState } from 'react';
import { get } from './ask.ts';
import type { Store } from './store.ts';

export interface Asked<Answer> {
  readonly answer?: Answer | undefined;
  readonly error?: string | undefined;
}

/**
 * What the session answers for a path, asked for anew with each piece of news. While another path is asked for, nothing of the last one is
 * shown.
 */
export function useAsked<Answer>(path: string | undefined, ...news: readonly Store<number>[]): Asked<Answer> {
  const version = news.map((store) => store.use()).join(' ');
  const [state, setState] = useState<Asked<Answer> & { readonly path?: string | undefined }>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for the news, which are not read here.
  useEffect(() => {
    if (path === undefined) return;
    let isOld = false;
    get<Answer>(path).then(
      (answer) => isOld || setState({ path, answer }),
      (error: Error) => isOld || setState({ path, error: error.message }),
    );
    return () => {
      isOld = true;
    };
  }, [path, version]);
  return state.path === path ? state : {};
}
