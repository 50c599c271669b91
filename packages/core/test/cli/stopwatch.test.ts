import { describe, expect, test } from 'vitest';
import { createPaint } from '../../src/cli/paint.js';
import { elapsedText } from '../../src/cli/render/elapsed-text.js';
import { Stopwatch } from '../../src/cli/stopwatch.js';

function started() {
  const clock = { now: 0 };
  return { clock, watch: new Stopwatch(() => clock.now) };
}

describe('a stopwatch', () => {
  test('gives each phase its time, and leaves out the time of questions', async () => {
    const { clock, watch } = started();
    clock.now = 100;
    watch.onEvent({ type: 'phase', phase: 'inspect' });
    clock.now = 1100;
    watch.onEvent({ type: 'progress', done: 1000 });
    watch.onEvent({ type: 'phase', phase: 'prove' });
    clock.now = 1400;
    await watch.without(async () => {
      clock.now = 60_000;
    });
    watch.onEvent({ type: 'start', run: 'r', steps: 1, statements: 1 });
    clock.now = 62_000;
    watch.onEvent({ type: 'verify' });
    clock.now = 62_010;
    const elapsed = watch.read();
    expect(elapsed).toEqual({
      totalMs: 3410,
      phases: { start: 100, inspect: 1000, prove: 300, apply: 2000, verify: 10 },
    });
    expect(elapsedText(elapsed, createPaint(false, ''))).toBe(
      '3.4 s in all: starting 100 ms, reading the database 1.0 s, proving 300 ms, applying 2.0 s',
    );
  });
});
