import { expect, test } from 'vitest';
import type { AppMap } from './app-map.ts';
import { draw } from './draw.ts';
import { headPath, linePath } from './paths.ts';
import { svg } from './svg.ts';

const map: AppMap = {
  boxes: [
    { id: 'api', kind: 'api', text: 'API' },
    { id: 'function:api', kind: 'function', text: 'api' },
    { id: 'table:Users', kind: 'table', text: 'table Users' },
  ],
  arrows: [
    { from: 'api', to: 'function:api', kind: 'calls', text: 'GET /<id>\nPOST /' },
    { from: 'function:api', to: 'table:Users', kind: 'uses' },
  ],
};

test('what calls stands left of what is called, nothing overlaps, and everything is inside', () => {
  const { width, height, boxes } = draw(map);
  const [api, called, table] = boxes;
  expect([api, called, table].map((box) => [box?.title, box?.name])).toEqual([
    ['HTTP', 'API'],
    ['function', 'api'],
    ['table', 'Users'],
  ]);
  for (const [left, right] of [
    [api, called],
    [called, table],
  ])
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThan(right?.x ?? 0);
  for (const box of boxes) {
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
  }
});

test('a chain that is too long for a page goes from the top down', () => {
  const ids = Array.from({ length: 12 }, (_, index) => `function:step${index}`);
  const boxes = ids.map((id) => ({ id, kind: 'function' as const, text: id.slice(9) }));
  const arrows = ids.slice(1).map((to, index) => ({ from: ids[index] ?? '', to, kind: 'calls' as const }));
  const { width, boxes: drawn } = draw({ boxes, arrows });
  expect(width).toBeLessThan(300);
  expect(drawn.map(({ y }) => y)).toEqual(drawn.map(({ y }) => y).sort((one, other) => one - other));
});

test('two arrows between the same boxes are both drawn', () => {
  const [arrow] = map.arrows;
  expect(arrow && draw({ ...map, arrows: [...map.arrows, { ...arrow, text: 'other' }] }).arrows).toHaveLength(
    3,
  );
});

test('a line is rounded at its corners, and its head points where it goes', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 20 },
  ];
  expect(linePath(points)).toBe('M0 0 L5 0 Q10 0 10 10 L10 20');
  expect(headPath(points)).toBe('M10 20 L14 12 L6 12 Z');
});

test('the file holds what is drawn, with nothing that would be taken for markup', () => {
  const text = svg(draw(map));
  expect(text).toContain('GET /&lt;id&gt;');
  expect(text.match(/<g class="box /g)).toHaveLength(3);
  expect(text).toMatch(/class="uses"><path class="line"/);
});
