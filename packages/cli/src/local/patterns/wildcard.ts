/**
 * A text in which `*` stands for any text; `\*` and `\\` stand for themselves. One pass over the text, however many stars there are.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-wildcard-matching
 */
export function wildcardMatcher(pattern: string): (text: string) => boolean {
  const [first = '', ...rest] = piecesOf(pattern);
  const last = rest.pop();
  if (last === undefined) return (text) => text === first;
  return (text) => {
    if (!text.startsWith(first)) return false;
    let from = first.length;
    for (const piece of rest) {
      const at = text.indexOf(piece, from);
      if (at < 0) return false;
      from = at + piece.length;
    }
    return text.length - last.length >= from && text.endsWith(last);
  };
}

/** What stands between the stars. */
function piecesOf(pattern: string): readonly string[] {
  const pieces = [''];
  for (const [token] of pattern.matchAll(/\\[*\\]|./gs)) {
    if (token === '*') pieces.push('');
    else pieces[pieces.length - 1] += token.length > 1 ? token.slice(1) : token;
  }
  return pieces;
}
