/** Asks the session's server for something. @throws Error with what the server says is wrong */
export const get = <Answer>(path: string): Promise<Answer> => ask('GET', path);

/** Has the session's server do something, and gives what came of it. @throws Error with what the server says is wrong */
export const post = <Answer>(path: string, body?: unknown): Promise<Answer> => ask('POST', path, body);

async function ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`/api/${path}`, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error((answer as { readonly message?: string }).message ?? response.statusText);
  return answer as Answer;
}
