import { TankardError } from '@tankard/framework/errors';
import { problem } from '../../errors/problem.ts';

const UNITS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/**
 * Milliseconds of `90s`, `10m`, `2h`, `1d`, or several: `1h30m`.
 *
 * @throws TankardError USAGE_INVALID
 */
export function millisecondsOf(text: string): number {
  const parts = [...text.matchAll(/(\d+)([smhd])/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text) {
    throw new TankardError([
      problem('USAGE_INVALID', {
        message: `'${text}' is no length of time.`,
        remedy: 'Write it in seconds, minutes, hours or days: 90s, 10m, 2h, 1d, 1h30m.',
      }),
    ]);
  }
  return parts.reduce(
    (sum, [, count, unit]) => sum + Number(count) * UNITS[(unit ?? 's') as keyof typeof UNITS],
    0,
  );
}
