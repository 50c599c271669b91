import { describe, expect, test } from 'vitest';
import { foldBatches } from '../../src/plan/batch.js';
import { toyDriver } from '../support/toy.js';

const driver = toyDriver([]);
const node = (id: string, ...locks: readonly number[]) => ({
  change: { id },
  drafts: locks.map((each) => ({ summary: id, sql: [], locks: each })),
});

function folded(nodes: readonly ReturnType<typeof node>[], gaps: readonly (readonly [number, number])[] = []) {
  const gapsOf = gaps.map(([opener, closer]) => ({ opener: nodes[opener], closer: nodes[closer] }));
  const room = { lockRoom: 10, gaps: gapsOf as never };
  return foldBatches(nodes, driver, room).map(({ steps }) => ({
    steps: steps.map(({ summary }) => summary),
    told: steps.flatMap(({ hazards }) =>
      hazards.map(({ code, message }) => `${code}: ${message.split(' ', 3).join(' ')}`),
    ),
  }));
}

describe('a batch that holds more locks than there is room for', () => {
  test('commits before what does not fit any more, and says so there', () => {
    expect(folded([node('a', 4), node('b', 6), node('c', 1), node('d', 9)])).toEqual([
      { steps: ['a', 'b'], told: [] },
      { steps: ['c', 'd'], told: ['many-locks: what comes before'] },
    ]);
  });

  test('does not commit within a change', () => {
    expect(folded([node('a', 4), node('b', 4, 4), node('c', 1)])).toEqual([
      { steps: ['a'], told: [] },
      { steps: ['b', 'b', 'c'], told: ['many-locks: what comes before'] },
    ]);
  });

  test('does not commit while something is gone that comes back', () => {
    expect(folded([node('a', 4), node('b', 4), node('c', 4), node('d', 4), node('e', 4)], [[1, 3]])).toEqual([
      { steps: ['a'], told: [] },
      { steps: ['b', 'c', 'd'], told: ['many-locks: what comes before', 'many-locks: holds about 12'] },
      { steps: ['e'], told: ['many-locks: what comes before'] },
    ]);
  });

  test('is one batch as ever where the server bounds nothing', () => {
    expect(foldBatches([node('a', 4), node('b', 40)], driver)).toHaveLength(1);
  });
});
