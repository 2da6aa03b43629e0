/** Calls `onLine` with each line of a process's output as soon as it is whole. */
export function forEachLine(stream: NodeJS.ReadableStream | null, onLine: (line: string) => void): void {
  let rest = '';
  stream?.setEncoding('utf8');
  stream?.on('data', (piece: string) => {
    // Not split anew with each of its pieces: a line may have megabytes.
    if (!piece.includes('\n')) {
      rest += piece;
      return;
    }
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
  stream?.on('end', () => {
    if (rest !== '') onLine(rest);
  });
}
