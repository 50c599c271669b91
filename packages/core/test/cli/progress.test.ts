import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { showProgress } from '../../src/cli/progress.js';
import { createTerminal } from '../../src/cli/terminal.js';
import { createRedactor } from '../../src/config/redact.js';
import type { RunEvent } from '../../src/run/report.js';

const step: RunEvent = { type: 'step', number: 2, steps: 3, summary: 'build the index' };
const retry: RunEvent = { type: 'retry', attempts: 1, retries: 10, pauseMs: 1200, holder: 'orders held by session 7' };

/** What is said on stderr of these events, which come a second after each other. */
function said(isTTY: boolean, events: readonly RunEvent[]): string {
  let text = '';
  let now = 0;
  const errors = { isTTY, columns: 160, write: (each: string) => (text += each) };
  const world = {
    directory: '/',
    environment: {},
    platform: 'linux' as const,
    input: new PassThrough(),
    output: errors,
    errors,
    now: () => new Date(0),
  };
  const terminal = createTerminal(world, createRedactor(), { color: false, quiet: false });
  const show = showProgress(terminal, () => (now += 1000));
  for (const event of events) show(event);
  terminal.clear();
  return text;
}

describe('progress', () => {
  test('tells on a terminal how far a long statement is, until the next one', () => {
    const within: RunEvent = { type: 'within', phase: 'building index', done: 30, total: 80, noun: 'block' };
    const text = said(true, [step, within, { type: 'within', done: 5000, noun: 'row' }]);
    expect(text).toContain('step 2/3 · building index 30/80 blocks');
    expect(text).toContain('step 2/3 · 5000 rows');
    const after = said(true, [step, within, { type: 'statement', done: 1, statements: 2 }]);
    expect(after.slice(after.lastIndexOf('step 2/3'))).not.toContain('blocks');
  });

  test('tells everywhere who holds a lock, and when it is asked for again', () => {
    const words = 'a lock was not granted (orders held by session 7): trying again in 1.2 s (1 of 10)';
    expect(said(true, [step, retry])).toContain(words);
    expect(said(false, [step, retry])).toBe(`step 2/3: build the index\n${words}\n`);
  });

  test('tells everywhere whose transaction is waited for', () => {
    const waitsFor = 'the transaction of connection 7';
    const waiting: RunEvent = { type: 'retry', attempts: 1, retries: 10, pauseMs: 1200, waitsFor };
    const words = 'waiting for the transaction of connection 7: trying again in 1.2 s (1 of 10)';
    expect(said(false, [waiting])).toBe(`${words}\n`);
  });

  test('says nothing of statements elsewhere', () => {
    expect(said(false, [{ type: 'within', done: 1, noun: 'row' }])).toBe('');
  });
});
