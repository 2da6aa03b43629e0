/** An item of DynamoDB's JSON as it is read: a number keeps every digit as text where a number would lose some. */
export function plainItem(item: Readonly<Record<string, object>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plain(value)]));
}

function plain(attribute: object): unknown {
  const [[type, value] = ['NULL', true]] = Object.entries(attribute);
  switch (type) {
    case 'N':
      return plainNumber(value);
    case 'NULL':
      return null;
    case 'L':
      return value.map(plain);
    case 'M':
      return plainItem(value);
    case 'NS':
      return value.map(plainNumber);
    default:
      return value;
  }
}

function plainNumber(text: string): number | string {
  return String(Number(text)) === text ? Number(text) : text;
}
