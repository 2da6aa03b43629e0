/** Work that goes on by itself and that somebody may have to wait for. */
export interface RunningWork {
  /** Begins it; what it ends with is nobody's concern. */
  start(work: () => Promise<unknown>): void;
  /** Waits until what runs now has ended. */
  settle(): Promise<boolean>;
}

export function createRunningWork(): RunningWork {
  const running = new Set<Promise<unknown>>();
  return {
    start(work) {
      const one = work()
        .catch(() => {})
        .finally(() => running.delete(one));
      running.add(one);
    },
    async settle() {
      if (running.size === 0) return false;
      await Promise.all(running);
      return true;
    },
  };
}
