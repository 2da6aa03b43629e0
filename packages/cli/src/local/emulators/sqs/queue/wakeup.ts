import type { LocalTime } from '../../../time/local-time.ts';

/** Tells those that wait when there may be something to receive, so that nobody asks again and again. */
export class Wakeup {
  private readonly time: LocalTime;
  private readonly told: () => void;
  private readonly waiting = new Set<() => void>();
  /** When messages become visible, each time once. */
  private readonly alarms = new Map<number, () => void>();
  private due = false;

  constructor(time: LocalTime, told: () => void) {
    this.time = time;
    this.told = told;
  }

  /** @returns stops waiting. */
  wait(wake: () => void): () => void {
    this.waiting.add(wake);
    return () => void this.waiting.delete(wake);
  }

  /** A message is visible from then on. */
  at(time: number): void {
    const wait = time - this.time.now();
    if (wait <= 0) this.now();
    if (wait <= 0 || this.alarms.has(time)) return;
    const cancel = this.time.after(wait, () => {
      this.alarms.delete(time);
      this.now();
    });
    this.alarms.set(time, cancel);
  }

  /** Once for all that happens in this turn, such as the messages of one batch. */
  now(): void {
    if (this.due) return;
    this.due = true;
    queueMicrotask(() => {
      this.due = false;
      for (const wake of [...this.waiting]) wake();
      this.told();
    });
  }

  stop(): void {
    for (const cancel of this.alarms.values()) cancel();
    this.alarms.clear();
    this.waiting.clear();
  }
}
