import { describe, expect, test } from 'vitest';
import type { StepRecord } from '../../src/run/journal-format.js';
import { prunable } from '../../src/run/prune.js';

const record = { tenant: 't', plan: 'p', base: 'old', goal: 'new', user: '', host: '', version: '' };

/** The newest first: `4`, `2*` one that was taken back, `3<2` the run that took it back, `1!` one that failed at once, `5?` one that runs. */
function history(...words: readonly string[]) {
  return words.map((word) => {
    const [, day = '', mark, of] = /^(\d)([*!?<])?(\d)?$/.exec(word) ?? [];
    return {
      ...record,
      run: day,
      startedAt: `2026-01-0${day}T00:00:00.000Z`,
      direction: mark === '<' ? ('down' as const) : ('up' as const),
      outcome: mark === '!' ? ('failed' as const) : mark === '?' ? ('running' as const) : ('done' as const),
      steps: [] as readonly StepRecord[],
      ...(of !== undefined && { takesBack: of }),
      ...(mark === '*' && { takenBackBy: 'x' }),
    };
  });
}

const names = (...[runs, choice]: Parameters<typeof prunable>) => prunable(runs, choice).map(({ run }) => run);

describe('plans that may go', () => {
  test('are those behind the newest runs that stand', () => {
    const runs = history('6!', '5', '4<3', '3*', '2', '1');
    expect(names(runs, { keep: 1 })).toEqual(['4', '3', '2', '1']);
    expect(names(runs, { keep: 2 })).toEqual(['1']);
    expect(names(runs, { keep: 3 })).toEqual([]);
    expect(names(runs, { keep: 9 })).toEqual([]);
    expect(names(runs, { keep: 0 })).toEqual(names(runs, { keep: 1 }));
  });

  test('are those of before a date, but never of the newest run that stands', () => {
    const runs = history('6!', '5', '4<3', '3*', '2', '1');
    expect(names(runs, { before: '2026-01-03T00:00:00.000Z' })).toEqual(['2', '1']);
    expect(names(runs, { before: '2027-01-01T00:00:00.000Z' })).toEqual(['4', '3', '2', '1']);
    expect(names(runs, { before: '2020-01-01T00:00:00.000Z' })).toEqual([]);
  });

  test('are never of the newest run that has a way back, whatever wrote rows since', () => {
    const [rows, ...runs] = history('3', '2', '1');
    if (!rows) throw new Error('three were made');
    expect(names([{ ...rows, base: 'new' }, ...runs], { keep: 1 })).toEqual(['1']);
  });

  test('are never of what has not ended', () => {
    expect(names(history('3', '2?', '1'), { keep: 1 })).toEqual(['1']);
    const open = { run: '2', step: 1, change: '', summary: '', hash: '', outcome: 'died', startedAt: '' } as const;
    const [newest, died, oldest] = history('3', '2!', '1');
    if (!newest || !died || !oldest) throw new Error('three were made');
    expect(names([newest, { ...died, steps: [open] }, oldest], { keep: 1 })).toEqual(['1']);
  });

  test('are all where none stands that could be taken back', () => {
    expect(names(history('3<2', '2*', '1!'), { keep: 1 })).toEqual(['3', '2', '1']);
  });
});
