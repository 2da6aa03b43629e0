/** Gives texts of 18 hexadecimal digits that grow, also over restarts, as S3's sequencers do. */
export function createSequencer(): (time: Date) => string {
  let last = 0n;
  return (time) => {
    const fromTime = BigInt(time.getTime()) << 20n;
    last = fromTime > last ? fromTime : last + 1n;
    return last.toString(16).toUpperCase().padStart(18, '0');
  };
}
