import type { TestClient } from '@tankard/framework/testing';
import type { RequestRow, Seen, Target } from './request-row.ts';

/** Sends a row through the framework's test client. */
export async function askTestClient(client: TestClient, target: Target, row: RequestRow): Promise<Seen> {
  const [method = '', path = ''] = row.asks.split(' ');
  const named = Map.groupBy(row.headers ?? [], ([name]) => name.toLowerCase());
  const headers = [...named].map(([name, pairs]) => [name, pairs.map(([, value]) => value.trim())] as const);
  const answer = await client.http.request(method, path, {
    headers: Object.fromEntries(headers),
    body: row.body,
    payload: target === 'rest' ? '1.0' : '2.0',
  });
  const { statusCode: status, cookies } = answer;
  return { status, cookies, headers: answer.headers, body: answer.bytes() };
}
