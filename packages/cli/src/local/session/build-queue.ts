/** Milliseconds between the last of several changes and their build: an editor that saves writes more than once. */
const SETTLE = 5;
/** Milliseconds after which what goes on changing is built all the same. */
const LONGEST = 50;

/** Builds one after another, so that whoever asks gets what stands in the files now. */
export interface BuildQueue<Built> {
  /** What was built last, after every change that is known; throws what stopped that build. */
  current(): Promise<Built>;
  /** The same for who has asked `current` before: a change that nobody has told of yet is not looked for. */
  settled(): Promise<Built>;
  /** Something changed: what is built until now counts no more. */
  invalidate(): void;
  close(): void;
}

/** @param build makes everything anew; its failure is kept until the next change. */
export function createBuildQueue<Built>(build: () => Promise<Built>): BuildQueue<Built> {
  let dirty = false;
  let closed = false;
  /** On the clock of `performance.now()`. */
  let changed = 0;
  let last = build();
  last.catch(() => {});

  async function rebuild(before: Promise<Built>): Promise<Built> {
    await before.catch(() => {});
    await quiet(performance.now() + LONGEST);
    dirty = false;
    return build();
  }

  async function quiet(latest: number): Promise<void> {
    const rest = Math.min(changed + SETTLE, latest) - performance.now();
    if (rest <= 0) return;
    await new Promise((resolve) => setTimeout(resolve, rest));
    await seen();
    await quiet(latest);
  }

  /** Resolves when every change has reached us that the system knows of already. */
  function seen(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }

  async function settled(): Promise<Built> {
    for (;;) {
      const asked = last;
      try {
        const built = await asked;
        if (asked === last) return built;
      } catch (error) {
        if (asked === last) throw error;
      }
    }
  }

  return {
    async current() {
      await seen();
      return settled();
    },
    settled,
    invalidate() {
      changed = performance.now();
      if (dirty || closed) return;
      dirty = true;
      last = rebuild(last);
      last.catch(() => {});
    },
    close() {
      closed = true;
    },
  };
}
