const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

let last = { second: Number.NaN, text: '' };

/** A time as API Gateway writes it: `21/Nov/2026:10:50:00 +0000`. */
export function proxyTime(time: Date): string {
  const second = Math.floor(time.getTime() / 1000);
  // Once a second: it takes as long as all the headers.
  if (second !== last.second) {
    const text = time.toISOString();
    const day = `${text.slice(8, 10)}/${MONTHS[time.getUTCMonth()]}/${text.slice(0, 4)}`;
    last = { second, text: `${day}:${text.slice(11, 19)} +0000` };
  }
  return last.text;
}
