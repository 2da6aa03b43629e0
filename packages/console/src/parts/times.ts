/** Milliseconds as people say them. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1) return 'under 1 ms';
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return `${Math.floor(milliseconds / 60_000)} min ${Math.round((milliseconds % 60_000) / 1000)} s`;
}

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

/** Today only the time; otherwise with the day. */
export function time(iso: string, now = Date.now()): string {
  const at = new Date(iso);
  return at.toDateString() === new Date(now).toDateString() ? clock.format(at) : day.format(at);
}

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const STEPS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** `in 5 minutes`, `3 seconds ago`. */
export function fromNow(iso: string, now: number): string {
  const gap = Date.parse(iso) - now;
  const [unit, size] = STEPS.find(([, length]) => Math.abs(gap) >= length) ?? ['second', 1000];
  return relative.format(Math.round(gap / size), unit);
}

/** Bytes as people say them. */
export function bytes(count: number): string {
  if (count < 1024) return `${count} byte${count === 1 ? '' : 's'}`;
  return count < 1024 ** 2 ? `${(count / 1024).toFixed(1)} KB` : `${(count / 1024 ** 2).toFixed(1)} MB`;
}
