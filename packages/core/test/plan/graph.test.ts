import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { circleError, OrderGraph } from '../../src/plan/graph.js';

const node = (id: string, phase = 0) => ({ id, phase, key: id });

function graphOf(ids: readonly string[], edges: readonly (readonly [string, string, boolean?])[]) {
  const graph = new OrderGraph<ReturnType<typeof node>>();
  for (const id of ids) graph.add(node(id));
  for (const [first, then, soft] of edges) graph.edge(first, then, soft);
  return graph;
}

function namesOf(graph: ReturnType<typeof graphOf>): readonly string[] {
  const ordering = graph.order();
  if ('entangled' in ordering) return expect.fail(`a circle: ${ordering.entangled.join(' → ')}`);
  return ordering.nodes.map(({ id }) => id);
}

describe('order', () => {
  test('phase and key decide where no edge does', () => {
    const graph = new OrderGraph<ReturnType<typeof node>>();
    for (const each of [node('b', 1), node('c', 0), node('a', 1)]) graph.add(each);
    expect(namesOf(graph)).toEqual(['c', 'a', 'b']);
  });

  test('every hard edge of an acyclic graph holds, whatever order it was given in', () => {
    const edges = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 120 });
    fc.assert(
      fc.property(edges, fc.array(fc.nat(), { minLength: 31, maxLength: 31 }), (pairs, shuffle) => {
        const ids = Array.from({ length: 31 }, (_, i) => `n${i}`);
        const down = pairs.filter(([a, b]) => a < b).map(([a, b]) => [`n${a}`, `n${b}`] as const);
        const shuffled = [...ids].sort((a, b) => (shuffle[ids.indexOf(a)] ?? 0) - (shuffle[ids.indexOf(b)] ?? 0));
        const order = namesOf(graphOf(shuffled, down));
        expect(order).toEqual(namesOf(graphOf(ids, down)));
        const at = new Map(order.map((id, i) => [id, i]));
        for (const [first, then] of down) expect(at.get(first)).toBeLessThan(at.get(then) ?? -1);
      }),
    );
  });

  test('a soft edge gives way where it closes a circle, and only there', () => {
    expect(namesOf(graphOf(['a', 'b'], [['b', 'a', true]]))).toEqual(['b', 'a']);
    expect(
      namesOf(
        graphOf(
          ['a', 'b'],
          [
            ['a', 'b'],
            ['b', 'a', true],
          ],
        ),
      ),
    ).toEqual(['a', 'b']);
  });

  test('an edge that is stated hard and soft is hard', () => {
    const graph = graphOf(
      ['a', 'b'],
      [
        ['b', 'a', true],
        ['b', 'a'],
        ['b', 'a', true],
        ['a', 'b', true],
      ],
    );
    expect(namesOf(graph)).toEqual(['b', 'a']);
  });

  test('a hard circle is named', () => {
    const graph = graphOf(
      ['a', 'b', 'c', 'd'],
      [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'b'],
        ['c', 'd'],
      ],
    );
    const ordering = graph.order();
    expect(ordering).toMatchObject({ entangled: ['b', 'c'] });
    const { circles } = ordering as Extract<typeof ordering, { circles: unknown }>;
    expect(circles.map((circle) => circle.map(({ id }) => id).sort())).toEqual([['b', 'c']]);
    expect(circleError(['b', 'c'])).toMatchObject({
      code: 'PLAN_CYCLE',
      message: expect.stringContaining('b → c → b'),
    });
  });

  test('a chain of 50,000 is ordered at once', () => {
    const ids = Array.from({ length: 50_000 }, (_, i) => `n${String(i).padStart(5, '0')}`);
    const edges = ids.slice(1).map((id, i) => [id, ids[i] ?? ''] as const);
    expect(namesOf(graphOf(ids, edges))[0]).toBe('n49999');
  });
});
