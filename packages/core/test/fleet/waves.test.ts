import { describe, expect, test } from 'vitest';
import { dealOut, inTurn, readWaves } from '../../src/fleet/waves.js';

const items = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
const sizes = (count: number, waves: string) =>
  dealOut(items(count), readWaves(waves)).map((dealt) => [dealt.wave.name, dealt.items.length]);

describe('waves', () => {
  test.each([
    [
      100,
      'canary:1,5%,25%,rest',
      [
        ['canary', 1],
        ['2', 5],
        ['3', 25],
        ['4', 69],
      ],
    ],
    [
      3,
      'canary:1,5%,25%,rest',
      [
        ['canary', 1],
        ['2', 1],
        ['3', 1],
      ],
    ],
    [10, 'rest', [['1', 10]]],
    [2, '5,all:rest', [['1', 2]]],
    [7, '100%,rest', [['1', 7]]],
    [0, '1,rest', []],
  ])('deal %d tenants out as %s says', (count, waves, expected) => {
    expect(sizes(count, waves)).toEqual(expected);
  });

  test('deal each out once, in their order', () => {
    const dealt = dealOut(items(50), readWaves('3,10%,rest'));
    expect(dealt.flatMap((each) => each.items)).toEqual(items(50));
  });

  test.each(['', '1', 'rest,1', '0,rest', '101%,rest', '1.5,rest', '-1,rest', 'x,rest', '1,rest,rest', ':1,rest'])(
    'are refused where they say nothing: %j',
    (text) => {
      expect(() => readWaves(text)).toThrow(expect.objectContaining({ code: 'USAGE' }));
    },
  );

  test('begin with one of each state', () => {
    expect(inTurn([['a1', 'a2', 'a3'], ['b1'], ['c1', 'c2']])).toEqual(['a1', 'b1', 'c1', 'a2', 'c2', 'a3']);
    expect(inTurn([])).toEqual([]);
  });
});
