import type { TestClient } from '@tankard/framework/testing';
import type { RequestRow, Seen, Target } from './request-row.ts';

const PAYLOADS = { http: '2.0', default: '2.0', rest: '1.0', 'function-url': 'function-url' } as const;

/** Sends a row through the framework's test client. */
export async function askTestClient(client: TestClient, target: Target, row: RequestRow): Promise<Seen> {
  const [method = '', path = ''] = row.asks.split(' ');
  const named = Map.groupBy(row.headers ?? [], ([name]) => name.toLowerCase());
  const headers = [...named].map(([name, pairs]) => [name, pairs.map(([, value]) => value.trim())] as const);
  const answer = await client.http.request(method, path, {
    headers: Object.fromEntries(headers),
    body: row.body,
    payload: PAYLOADS[target],
  });
  const { statusCode: status, cookies } = answer;
  return { status, cookies, headers: answer.headers, body: answer.bytes() };
}
