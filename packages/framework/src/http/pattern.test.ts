import { describe, expect, it } from 'vitest';
import { parseRoute, segmentsOf } from './pattern.ts';

describe('a route pattern', () => {
  it('is taken apart at its first blank', () => {
    expect(parseRoute('GET /users/{id}')).toEqual({ method: 'GET', path: '/users/{id}' });
    expect(parseRoute('GET  /a b')).toEqual({ method: 'GET', path: ' /a b' });
    expect(parseRoute('/users')).toEqual({ method: '/users', path: '' });
  });

  it('has a segment for each part between its slashes', () => {
    expect(segmentsOf('/')).toEqual([]);
    expect(segmentsOf('/users/{id}/files/{path+}')).toEqual([
      { kind: 'static', text: 'users' },
      { kind: 'param', name: 'id' },
      { kind: 'static', text: 'files' },
      { kind: 'greedy', name: 'path' },
    ]);
  });
});
