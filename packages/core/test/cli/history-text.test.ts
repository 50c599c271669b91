import { expect, test } from 'vitest';
import { createPaint } from '../../src/cli/paint.js';
import { historyText } from '../../src/cli/render/history-text.js';

const entry = {
  tenant: 'app',
  plan: 'p',
  direction: 'up',
  base: 'a',
  goal: 'b',
  user: 'ada',
  host: 'here',
  version: '1.0.0',
  startedAt: '2026-01-01T10:00:00.000Z',
  finishedAt: '2026-01-03T10:00:00.000Z',
  steps: [],
} as const;

test('when a process died is not known, so that no time is shown that it took', () => {
  const runs = [
    { ...entry, run: 'done-run', outcome: 'done' },
    { ...entry, run: 'died-run', outcome: 'died' },
  ] as const;
  const [done, died] = historyText(runs, createPaint(false), { verbose: false }).split('\n');
  expect(done).toMatch(/done +0 steps +\S.* +ada@here/);
  expect(died).toMatch(/died +0 steps +ada@here/);
});

test('why a run failed is told in the lines that it was told in', () => {
  const error = 'CHECK_FAILED: it has nulls\n  table "t": 1 row\u001b[31m';
  const text = historyText([{ ...entry, run: 'failed-run', outcome: 'failed', error }], createPaint(false), {
    verbose: false,
  });
  expect(text.split('\n').slice(1)).toEqual(['    CHECK_FAILED: it has nulls', '      table "t": 1 row\\u001b[31m']);
});
