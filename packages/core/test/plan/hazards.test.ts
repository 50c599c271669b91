import { describe, expect, it } from 'vitest';
import { shortLocks, weighty } from '../../src/plan/hazards.js';

describe('locks for a moment', () => {
  const lock = { class: 'locks' } as const;
  const loss = { class: 'data-loss' } as const;

  it('are none of the hazards that somebody has to decide about', () => {
    expect(weighty([lock, loss, lock])).toEqual([loss]);
  });

  it('are told beside there being no such hazards', () => {
    expect([[], [lock], [lock, lock]].map(shortLocks)).toEqual(['', ' but 1 short lock', ' but 2 short locks']);
  });
});
