import { describe, expect, test } from 'vitest';
import { SyncError } from '../../src/errors.js';
import { pauseAfter, withPatience } from '../../src/run/patience.js';
import type { RunEvent } from '../../src/run/report.js';

const timeout = () =>
  new SyncError({ code: 'LOCK_TIMEOUT', op: 'execute', message: 'not granted', details: { holder: 'held by 7' } });

function trying(work: () => Promise<string>, lockRetries = 1) {
  const events: RunEvent[] = [];
  const end = withPatience(work, {
    patience: { lockTimeoutMs: 5, lockRetries },
    op: 'apply',
    signal: new AbortController().signal,
    onEvent: (event) => events.push(event),
  });
  return { end, events };
}

describe('a lock that is not granted', () => {
  test('is asked for again after a pause that is told', async () => {
    let attempts = 0;
    const { end, events } = trying(async () => {
      if (++attempts === 1) throw timeout();
      return 'done';
    });
    expect(await end).toBe('done');
    expect(events).toEqual([
      { type: 'retry', attempts: 1, retries: 1, pauseMs: expect.any(Number), holder: 'held by 7' },
    ]);
  });

  test('is given up with who held it', async () => {
    const { end } = trying(() => Promise.reject(timeout()), 0);
    await expect(end).rejects.toMatchObject({
      code: 'LOCK_TIMEOUT',
      message: 'a lock that others hold was not granted at the first attempt of 5 ms (not granted): held by 7',
      hint: expect.stringContaining('lockRetries'),
      details: { attempts: 1, holder: 'held by 7' },
    });
  });

  test('is told apart from a transaction that has not ended', async () => {
    const details = { waitsFor: 'the transaction of connection 7' };
    const older = new SyncError({ code: 'LOCK_TIMEOUT', op: 'execute', message: 'older', details });
    const { end, events } = trying(() => Promise.reject(older));
    await expect(end).rejects.toMatchObject({
      code: 'LOCK_TIMEOUT',
      message: 'the transaction of connection 7 did not end while it was waited for 2 times',
    });
    expect(events).toEqual([{ type: 'retry', attempts: 1, retries: 1, pauseMs: expect.any(Number), ...details }]);
  });

  test('is not what any other failure is', async () => {
    const other = new SyncError({ code: 'STATEMENT_FAILED', op: 'execute', message: 'no' });
    const { end, events } = trying(() => Promise.reject(other));
    await expect(end).rejects.toBe(other);
    expect(events).toEqual([]);
  });
});

test('pauses grow up to a minute, and two that wait do not wait alike', () => {
  expect([1, 2, 3, 9, 40].map((attempts) => pauseAfter(attempts, 1))).toEqual([500, 1000, 2000, 60_000, 60_000]);
  expect([1, 2, 40].map((attempts) => pauseAfter(attempts, 0))).toEqual([250, 500, 30_000]);
});
