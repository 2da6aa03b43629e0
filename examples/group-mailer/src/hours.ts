const HOUR = 3_600_000;

/** The partition of a moment's hour: `2022_4_12_8`, UTC, without zero padding. */
export function hourKey(time: Date): string {
  return [time.getUTCFullYear(), time.getUTCMonth() + 1, time.getUTCDate(), time.getUTCHours()].join('_');
}

/** The keys of the hour of `time` and of so many hours before it, the oldest first. */
export function hoursUpTo(time: Date, lookBack: number): string[] {
  return Array.from({ length: lookBack + 1 }, (_, index) =>
    hourKey(new Date(time.getTime() - (lookBack - index) * HOUR)),
  );
}

/** `2022-04-12 08:50:47`, UTC. */
export function utcText(time: Date): string {
  return time.toISOString().slice(0, -5).replace('T', ' ');
}

/**
 * How many past hours a run catches up with: `LOOK_BACK_HOURS`, 24 where it is not set.
 *
 * @throws Error where it is not a whole number from 0 up.
 */
export function lookBackHours(value = process.env.LOOK_BACK_HOURS ?? '24'): number {
  if (!/^\d+$/.test(value)) throw new Error(`LOOK_BACK_HOURS is '${value}'. Give whole hours, such as 24.`);
  return Number(value);
}
