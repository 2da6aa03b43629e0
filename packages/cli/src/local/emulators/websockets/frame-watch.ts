/** Bytes of a frame's head at most: https://www.rfc-editor.org/rfc/rfc6455#section-5.2 */
const LONGEST_HEAD = 14;

/**
 * Reads the heads of the frames that a client sends, and nothing else of them.
 *
 * @param tooLarge called for a frame whose payload is larger than `limit` bytes
 * @returns takes what comes, in pieces of any size
 */
export function watchFrames(limit: number, tooLarge: () => void): (piece: Buffer) => void {
  let head = Buffer.alloc(0);
  let left = 0;
  return (piece) => {
    let at = 0;
    while (at < piece.length) {
      const skipped = Math.min(left, piece.length - at);
      left -= skipped;
      at += skipped;
      if (left > 0 || at >= piece.length) return;
      const begun = head.length;
      head = Buffer.concat([head, piece.subarray(at, at + LONGEST_HEAD - begun)]);
      const read = readHead(head);
      if (!read) return;
      if (read.payload > limit) tooLarge();
      at += read.length - begun;
      left = read.payload;
      head = Buffer.alloc(0);
    }
  };
}

/** Nothing while it is not all there. */
function readHead(head: Buffer): { readonly length: number; readonly payload: number } | undefined {
  if (head.length < 2) return undefined;
  const short = (head[1] ?? 0) & 0x7f;
  const extra = short === 127 ? 8 : short === 126 ? 2 : 0;
  const mask = ((head[1] ?? 0) & 0x80) === 0 ? 0 : 4;
  if (head.length < 2 + extra + mask) return undefined;
  const payload = extra === 8 ? Number(head.readBigUInt64BE(2)) : extra === 2 ? head.readUInt16BE(2) : short;
  return { length: 2 + extra + mask, payload };
}
