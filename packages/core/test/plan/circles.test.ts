import { expect, test } from 'vitest';
import { circlesIn } from '../../src/plan/circles.js';

const circles = (graph: Readonly<Record<string, string>>) =>
  circlesIn(new Map(Object.entries(graph).map(([node, next]) => [node, [...next]])))
    .map((circle) => [...circle].sort().join(''))
    .sort();

test.each([
  [{ a: 'b', b: 'c', c: '' }, []],
  [{ a: 'b', b: 'a' }, ['ab']],
  [{ a: 'a' }, []],
  [{ a: 'bx', b: 'c', c: 'a', d: 'ae', e: 'd' }, ['abc', 'de']],
  [{ a: 'b', b: 'c', c: 'bd', d: 'a' }, ['abcd']],
])('the circles of %j are %j', (graph, expected) => {
  expect(circles(graph)).toEqual(expected);
});

test('a chain as long as memory goes holds no circle, and its ends can meet', () => {
  const length = 50_000;
  const chain = Array.from({ length }, (_, i): [number, number[]] => [i, i + 1 < length ? [i + 1] : []]);
  expect(circlesIn(new Map(chain))).toEqual([]);
  expect(circlesIn(new Map([...chain, [length - 1, [0]]]))[0]).toHaveLength(length);
});
