import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Form } from './form.ts';
import { call, entry, json } from './test-call.ts';

const read = async ({ fields, files, all }: Form) => ({
  fields,
  all: all('a'),
  files: files.map(({ bytes, ...file }) => ({ ...file, bytes: [...bytes] })),
});

const post = (body: string, type: string | undefined, isBase64Encoded = false) =>
  call([entry('POST /', async (req) => read(await req.form()))], {
    body,
    isBase64Encoded,
    headers: type === undefined ? {} : { 'Content-Type': type },
  });

async function multipart(data: FormData): Promise<{ body: string; type: string }> {
  const response = new Response(data);
  const bytes = Buffer.from(await response.arrayBuffer());
  return { body: bytes.toString('base64'), type: response.headers.get('content-type') ?? '' };
}

describe('a form', () => {
  it.each([false, true])('is read as a query is, sent in base64: %s', async (encoded) => {
    const text = 'a=1&a=2&b=%C3%A4+%2B&__proto__=x';
    const body = encoded ? Buffer.from(text).toString('base64') : text;
    const result = await post(body, 'application/x-www-form-urlencoded; charset=utf-8', encoded);
    expect(json(result)).toMatchObject({ fields: { a: '2', b: 'ä +' }, all: ['1', '2'], files: [] });
  });

  it('may have files, each with its name, its type and its bytes', async () => {
    const data = new FormData();
    data.append('a', '1');
    data.append('a', '✓\r\n');
    data.append('picture', new File([Uint8Array.of(0, 255, 13, 10)], 'ä "b".png', { type: 'image/png' }));
    const { body, type } = await multipart(data);
    expect(json(await post(body, type, true))).toEqual({
      fields: { a: '✓\r\n' },
      all: ['1', '✓\r\n'],
      files: [{ field: 'picture', name: 'ä "b".png', type: 'image/png', bytes: [0, 255, 13, 10] }],
    });
  });

  it.each([undefined, 'application/json', 'text/plain'])('is refused as %s', async (type) => {
    expect((await post('a=1', type)).statusCode).toBe(415);
  });

  it.each(['multipart/form-data', 'multipart/form-data; boundary=x'])(
    'that can not be read is refused: %s',
    async (type) => {
      const result = await post('nonsense', type);
      expect(result.statusCode).toBe(400);
      expect(json(result)).toEqual({ Code: 'BadRequestError', Message: 'The form can not be read.' });
    },
  );

  it('of any bytes is read or refused', async () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '--x',
        '--x--',
        '\r\n',
        'Content-Disposition: form-data; name="a"',
        '; filename="f"',
        '"',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 12 }), async (parts) => {
        const result = await post(parts.join(''), 'multipart/form-data; boundary=x');
        expect([200, 400]).toContain(result.statusCode);
      }),
    );
  });
});
