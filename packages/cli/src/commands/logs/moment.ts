import { type Problem, TankardError } from '@tankard/framework/errors';
import { problem } from '../../errors/problem.ts';

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * A moment as users write it: how long ago (`90s`, `10m`, `2h`, `1d`) or a date (`2026-01-01T12:00`).
 *
 * @param now epoch milliseconds.
 * @returns epoch milliseconds.
 * @throws TankardError USAGE_INVALID.
 */
export function moment(option: string, text: string, now: number): number {
  const [, amount, unit = ''] = /^(\d+)([smhd])$/.exec(text) ?? [];
  if (amount !== undefined) return now - Number(amount) * (UNITS[unit] ?? 0);
  // A bare number would be read as a year.
  const time = /^\d{4}-/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw new TankardError([notMoment(option, text)]);
  return time;
}

const notMoment = (option: string, text: string): Problem =>
  problem('USAGE_INVALID', {
    message: `--${option} ${text} is no time.`,
    remedy: 'Write how long ago, such as 90s, 10m, 2h or 1d, or a date such as 2026-01-31T12:00.',
  });
