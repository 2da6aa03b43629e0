/** Milliseconds between a change and its build: an editor that saves writes more than once. */
const SETTLE = 15;

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
  let last = build();
  last.catch(() => {});

  async function rebuild(before: Promise<Built>): Promise<Built> {
    await before.catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, SETTLE));
    dirty = false;
    return build();
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
      // A change that the system knows of already reaches us before this resolves.
      await new Promise((resolve) => setImmediate(resolve));
      return settled();
    },
    settled,
    invalidate() {
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
