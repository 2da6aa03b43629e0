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
  /[ \t\n\r]*("(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\]:,])/y;

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
  for (let at = 0; ; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined || !fits(token, wanted)) return placed(text, at, wanted);
    if (token === '}' || token === ']') open.pop();
    const around = open.at(-1);
    if (token === '{' || token === '[') open.push(token);
    if (token === '{') wanted = "a name or '}'";
    else if (token === '[') wanted = "a value or ']'";
    else if (token === ':') wanted = 'a value';
    else if (token === ',') wanted = around === '{' ? 'a name' : 'a value';
    else if (wanted.startsWith('a name') && token !== '}') wanted = "':'";
    else wanted = around === undefined ? 'the end' : around === '{' ? "',' or '}'" : "',' or ']'";
  }
}

function fits(token: string, wanted: Wanted): boolean {
  if (/^[:,}\]]/.test(token)) return wanted.includes(`'${token}'`);
  return wanted.startsWith(token.startsWith('"') ? 'a ' : 'a value');
}

/** Blanks in front of the fault are none of it. */
function placed(text: string, from: number, wanted: Wanted): string {
  const at = text.length - text.slice(from).replace(/^[ \t\n\r]+/, '').length;
  const lines = text.slice(0, at).split('\n');
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}: expected ${wanted}`;
}
