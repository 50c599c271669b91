import { describe, expect, test } from 'vitest';
import { SyncError } from '../../src/errors.js';
import { Doors } from '../../src/fleet/doors.js';
import { Pace } from '../../src/fleet/pace.js';

const taken = new SyncError({
  code: 'CONNECTION_FAILED',
  op: 'connect',
  message: 'all are taken',
  details: { passes: true },
});
const shut = new SyncError({ code: 'CONNECTION_FAILED', op: 'connect', message: 'no such user' });

/** Refuses as often as it has errors to do so with. */
function refusing(...errors: SyncError[]) {
  let asked = 0;
  const open = async () => {
    asked++;
    const error = errors.shift();
    if (error) throw error;
    return 'a session';
  };
  return { open, asked: () => asked };
}

describe('a connection', () => {
  test('is tried again where what stood in its way passes', async () => {
    const doors = new Doors({ retries: 2 });
    const { open, asked } = refusing(taken);
    expect(await doors.door().open('server', open, {})).toBe('a session');
    expect([asked(), doors.retries, doors.lastRefusal]).toEqual([2, 1, taken]);
  });

  test('is tried again so many times, and then others hear at once that nobody is let in, until somebody is', async () => {
    const doors = new Doors({ retries: 1 });
    const { open, asked } = refusing(taken, taken, taken);
    await expect(doors.door().open('server', open, {})).rejects.toBe(taken);
    expect(asked()).toBe(2);
    await expect(doors.door().open('server', open, {})).rejects.toBe(taken);
    expect(asked()).toBe(3);
    expect(await doors.door().open('server', open, {})).toBe('a session');
    const later = refusing(taken);
    expect(await doors.door().open('server', later.open, {})).toBe('a session');
  });

  test('is not tried again where the same would be refused again, nor where it can be done without', async () => {
    const doors = new Doors({ retries: 5 });
    const wrong = refusing(shut);
    await expect(doors.door().open('server', wrong.open, {})).rejects.toBe(shut);
    const spare = refusing(taken);
    await expect(doors.door().open('server', spare.open, { spare: true })).rejects.toBe(taken);
    expect([wrong.asked(), spare.asked(), doors.retries]).toEqual([1, 1, 0]);
  });

  test('takes up no room once it is over, or did not come about', async () => {
    const doors = new Doors({ retries: 0, maxConnections: 5 });
    await expect(doors.door().open('server', refusing(shut).open, {})).rejects.toBe(shut);
    const ends: (() => void)[] = [];
    const open = async (over: () => void) => void ends.push(over);
    await doors.door().open('server', open, {});
    const next = doors.door().open('server', open, {});
    expect(ends).toHaveLength(1);
    ends[0]?.();
    ends[0]?.();
    await next;
    expect(ends).toHaveLength(2);
    // Another server has room of its own.
    await doors.door().open('another', open, {});
  });
});

test('as many are begun at once as in a second, and the others one after the other', () => {
  let now = 0;
  const pace = new Pace(4, () => now);
  expect([pace.take(), pace.take(), pace.take(), pace.take(), pace.take(), pace.take()]).toEqual([
    0, 0, 0, 0, 250, 500,
  ]);
  now = 10_000;
  expect([pace.take(), pace.take(), pace.take(), pace.take(), pace.take()]).toEqual([0, 0, 0, 0, 250]);
});
