import type { ServerResponse } from 'node:http';
import type { Happening } from '../session/happening.ts';
import { SECURE } from './reply.ts';
import type { ShownNews } from './shown.ts';
import { shownInvocation } from './shown-invocation.ts';
import type { ConsoleSources } from './sources.ts';

/** Milliseconds for which news are collected: a burst of runs is one message. */
const COLLECT = 100;
/** Milliseconds after which a quiet connection is written to, so that one that is gone is noticed. */
const BEAT = 20_000;

/** Bytes. */
const MOST_UNREAD = 4 * 1024 * 1024;

const CHANGES_APP = new Set<Happening['kind']>(['ready', 'rebuilt', 'build-failed']);

/** Tells every page that is open what is new, by server-sent events. */
export interface Live {
  follow(outgoing: ServerResponse): void;
}

export function createLive({ app, feed, time }: Pick<ConsoleSources, 'app' | 'feed' | 'time'>): Live {
  const followers = new Set<ServerResponse>();
  let waiting = new Map<string, ShownNews>();

  function put(key: string, news: ShownNews): void {
    if (followers.size === 0) return;
    if (waiting.size === 0) setTimeout(flush, COLLECT).unref();
    waiting.set(key, news);
  }

  function flush(): void {
    const now: ShownNews = { kind: 'clock', now: new Date(time.now()).toISOString() };
    const text = `data: ${JSON.stringify([...waiting.values(), now])}\n\n`;
    waiting = new Map();
    for (const follower of followers) {
      follower.write(text);
      // One that does not read, as a tab that sleeps, begins anew when it wakes up.
      if (follower.writableLength > MOST_UNREAD) follower.destroy();
    }
  }

  app.record.onChange((invocation, change) => {
    const { id } = invocation;
    if (change === 'logged') put(`log ${id}`, { kind: 'logged', id });
    else put(id, { kind: 'invocation', invocation: shownInvocation(invocation) });
  });
  feed.onTell((happening) => {
    if (CHANGES_APP.has(happening.kind)) put('app', { kind: 'app' });
    if (happening.kind === 'mail') put(happening.mail.id, { kind: 'mail', id: happening.mail.id });
  });

  return {
    follow(outgoing) {
      outgoing.writeHead(200, {
        ...SECURE,
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
      });
      outgoing.write('retry: 500\n\n');
      followers.add(outgoing);
      const beat = setInterval(() => outgoing.write(': \n\n'), BEAT).unref();
      outgoing.on('close', () => {
        clearInterval(beat);
        followers.delete(outgoing);
      });
    },
  };
}
