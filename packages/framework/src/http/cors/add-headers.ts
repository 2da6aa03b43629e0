import type { ProxyResult } from '../result.ts';

/** Adds headers that a result does not have yet; to what it varies by, more is added. */
export function addHeaders(result: ProxyResult, more: Readonly<Record<string, string>>): ProxyResult {
  const headers = { ...result.headers };
  const lists = { ...result.multiValueHeaders };
  for (const [name, value] of Object.entries(more)) {
    const list = keyIn(lists, name);
    const own = keyIn(headers, name);
    if (list === undefined && own === undefined) headers[name] = value;
    else if (name === 'Vary' && list !== undefined) lists[list] = [...(lists[list] ?? []), value];
    else if (name === 'Vary' && own !== undefined) headers[own] = joined(headers[own] ?? '', value);
  }
  return { ...result, headers, ...(result.multiValueHeaders && { multiValueHeaders: lists }) };
}

function keyIn(record: object, name: string): string | undefined {
  return Object.keys(record).find((key) => key.toLowerCase() === name.toLowerCase());
}

function joined(said: string, more: string): string {
  const names = said.split(',').map((name) => name.trim().toLowerCase());
  return names.includes(more.toLowerCase()) || names.includes('*') ? said : `${said}, ${more}`;
}
