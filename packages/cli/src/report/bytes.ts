const UNITS = ['B', 'KB', 'MB', 'GB'] as const;

/** A size for people: `312 B`, `4.2 KB`, `50 MB`; 1 KB is 1,024 bytes, as in Lambda's quotas. */
export function bytesText(bytes: number): string {
  const power = Math.min(UNITS.length - 1, bytes < 1024 ? 0 : Math.floor(Math.log2(bytes) / 10));
  const amount = bytes / 1024 ** power;
  return `${amount < 10 && power > 0 ? amount.toFixed(1) : Math.round(amount)} ${UNITS[power]}`;
}
