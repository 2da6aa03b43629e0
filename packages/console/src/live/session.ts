import type { Shown, ShownInvocation, ShownNews } from '../shown.ts';
import { get } from './ask.ts';
import { createStore, type Store } from './store.ts';

/** Runs that are kept, as many as the session keeps. */
const MOST = 10_000;

/** The app as it was last built; nothing until it is known. */
export const shown = createStore<Shown | undefined>(undefined);

/** All runs, the latest first. */
export const runs = createStore<readonly ShownInvocation[] | undefined>(undefined);

/** Whether the session answers. */
export const connected = createStore(true);

/** Milliseconds that the session's clock is ahead of this machine's. */
export const ahead = createStore(0);

/** Grow with each piece of news: what is shown of it is asked for anew. */
export const news = {
  /** Something ran: data may have changed. */
  data: createStore(0),
  mail: createStore(0),
  app: createStore(0),
  /** The run whose log has grown last. */
  logged: createStore<{ readonly id: string } | undefined>(undefined),
};

/** Milliseconds for which news are collected before anything is asked for anew. */
const COLLECT = 250;
const growing = new Set<Store<number>>();

function grow(store: Store<number>): void {
  if (growing.has(store)) return;
  growing.add(store);
  setTimeout(() => {
    growing.delete(store);
    store.set(store.get() + 1);
  }, COLLECT);
}

/**
 * Loads what there is, and follows what is new for as long as the page is seen: a browser has six connections to one origin, for all its
 * tabs together.
 */
export function follow(): void {
  let source = followed();
  document.addEventListener('visibilitychange', () => {
    source.close();
    if (document.visibilityState === 'visible') source = followed();
  });
}

function followed(): EventSource {
  const source = new EventSource('/api/live');
  source.onopen = () => {
    connected.set(true);
    load().catch(() => connected.set(false));
  };
  source.onerror = () => connected.set(false);
  source.onmessage = ({ data }) => take(JSON.parse(data) as readonly ShownNews[]);
  return source;
}

/** Also after a break: what happened meanwhile was not told. */
async function load(): Promise<void> {
  const [app, all, clock] = await Promise.all([
    get<Shown>('app'),
    get<readonly ShownInvocation[]>('runs'),
    get<{ readonly now: string }>('clock'),
  ]);
  shown.set(app);
  runs.set(all.toReversed());
  ahead.set(Date.parse(clock.now) - Date.now());
  grow(news.data);
  grow(news.mail);
  grow(news.app);
}

function take(all: readonly ShownNews[]): void {
  const fresh = new Map<string, ShownInvocation>();
  for (const one of all) {
    if (one.kind === 'invocation') fresh.set(one.invocation.id, one.invocation);
    else if (one.kind === 'logged') news.logged.set({ id: one.id });
    else if (one.kind === 'mail') grow(news.mail);
    else if (one.kind === 'clock') moved(Date.parse(one.now) - Date.now());
    else void get<Shown>('app').then(takeApp);
  }
  if (fresh.size > 0) takeRuns(fresh);
}

function takeApp(app: Shown): void {
  shown.set(app);
  grow(news.app);
}

/** A jump of the clock changes what is due next. */
function moved(by: number): void {
  const jumped = Math.abs(by - ahead.get()) > 2_000;
  ahead.set(jumped ? by : ahead.get());
  if (jumped) void get<Shown>('app').then(takeApp);
}

function takeRuns(fresh: ReadonlyMap<string, ShownInvocation>): void {
  const before = runs.get() ?? [];
  const known = new Set<string>();
  const changed = before.map((one) => {
    const now = fresh.get(one.id);
    if (now) known.add(one.id);
    return now ?? one;
  });
  const added = [...fresh.values()].filter(({ id }) => !known.has(id)).toReversed();
  runs.set([...added, ...changed].slice(0, MOST));
  grow(news.data);
}
