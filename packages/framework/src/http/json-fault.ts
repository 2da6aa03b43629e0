/** What may come next in a JSON text. */
type Wanted =
  | 'a value'
  | "a value or ']'"
  | 'a name'
  | "a name or '}'"
  | "':'"
  | "',' or ']'"
  | "',' or '}'"
  | 'the end';

const TOKEN =
  /[ \t\n\r]*(?:("(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|([{}[\]:,]))/y;

/** In a text as long as this the place takes 50 ms to find; of a longer one only what V8 says is told. */
const LONGEST = 100_000;

/**
 * Where a text stops being JSON, for who sent it: `line 3, column 12: expected ':'`. V8 tells a place for some
 * faults only.
 */
export function jsonFault(text: string, { message }: Error): string {
  if (text.length > LONGEST) return message;
  const open: string[] = [];
  let wanted: Wanted = 'a value';
  const inside = (): Wanted => {
    const around = open.at(-1);
    return around === undefined ? 'the end' : around === '{' ? "',' or '}'" : "',' or ']'";
  };
  for (let at = 0; ; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const [, string, mark] = TOKEN.exec(text) ?? [''];
    if (TOKEN.lastIndex === 0) return placed(text, at, wanted);
    if (mark === undefined && string !== undefined && wanted.startsWith('a name')) wanted = "':'";
    else if (mark === undefined && wanted.startsWith('a value')) wanted = inside();
    else if ((mark === '{' || mark === '[') && wanted.startsWith('a value')) {
      open.push(mark);
      wanted = mark === '{' ? "a name or '}'" : "a value or ']'";
    } else if (mark === ':' && wanted === "':'") wanted = 'a value';
    else if (mark === ',' && wanted.startsWith("','")) wanted = open.at(-1) === '{' ? 'a name' : 'a value';
    else if ((mark === '}' || mark === ']') && wanted.endsWith(`'${mark}'`)) {
      open.pop();
      wanted = inside();
    } else return placed(text, at, wanted);
  }
}

/** Blanks in front of the fault are none of it. */
function placed(text: string, from: number, wanted: Wanted): string {
  const at = text.length - text.slice(from).replace(/^[ \t\n\r]+/, '').length;
  const lines = text.slice(0, at).split('\n');
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}: expected ${wanted}`;
}
