import type { StateStore } from '../store.ts';

/** A journal in memory, whose text a test can read, lose and cut. */
export interface MemoryStore extends StateStore {
  text: string | undefined;
}

export function memoryStore(text?: string): MemoryStore {
  const files = new Map<string, Uint8Array>();
  const store: MemoryStore = {
    name: 'memory',
    text,
    read: async () => store.text,
    replace: async (next) => {
      store.text = next;
    },
    append: async (more) => {
      store.text = (store.text ?? '') + more;
    },
    remove: async () => {
      store.text = undefined;
    },
    lock: async () => ({ release: async () => {} }),
    held: async () => undefined,
    files: {
      read: async (name) => files.get(name),
      write: async (name, content) => void files.set(name, content),
      names: async () => [...files.keys()],
      remove: async (name) => void files.delete(name),
    },
    accounts: async () => [],
  };
  return store;
}
