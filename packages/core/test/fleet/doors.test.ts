import { setTimeout } from 'node:timers/promises';
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

describe('room that nobody asked for', () => {
  /** Opens so many sessions, each of a tenant of its own, on a server that tells how many it lets in. */
  async function openMany(count: number, capacity: () => Promise<number>) {
    const doors = new Doors({ retries: 0 });
    const ends: (() => void)[] = [];
    let asked = 0;
    const request = {
      capacity: () => {
        asked++;
        return capacity();
      },
    };
    const open = async (over: () => void) => void ends.push(over);
    const all = Array.from({ length: count }, () => doors.door().open('server', open, request));
    await setTimeout(20);
    return { all: Promise.all(all), ends, asked: () => asked };
  }

  test('is a share of what the server lets in, which it is asked once', async () => {
    const { all, ends, asked } = await openMany(40, async () => 17);
    // Of twelve, five are left to whoever is furthest.
    expect([ends.length, asked()]).toEqual([8, 1]);
    for (let i = 0; i < 40; i++) {
      ends[i]?.();
      await setTimeout(1);
    }
    await all;
    expect([ends.length, asked()]).toEqual([40, 1]);
  });

  test('is never less than what one tenant may take', async () => {
    expect((await openMany(9, async () => 3)).ends).toHaveLength(1);
  });

  test('is without an end where the server does not tell', async () => {
    expect((await openMany(40, () => Promise.reject(shut))).ends).toHaveLength(40);
  });

  test('is asked for by the next where the first was not let in, and by nobody once some were not', async () => {
    const doors = new Doors({ retries: 0 });
    const { open } = refusing(shut, shut, shut);
    const request = { capacity: async () => 3 };
    for (let i = 0; i < 3; i++) await expect(doors.door().open('server', open, request)).rejects.toBe(shut);
    const all = Array.from({ length: 9 }, () => doors.door().open('server', open, request));
    expect(await Promise.all(all)).toHaveLength(9);
  });
});

test('sessions that a tenant opens at once are one beginning, and those of another tenant are another', async () => {
  const doors = new Doors({ retries: 0, beginPerSecond: 1 });
  const { open } = refusing();
  const [first, second] = [doors.door(), doors.door()];
  const begun = performance.now();
  await Promise.all([first.open('server', open, {}), first.open('server', open, {}), first.open('beside', open, {})]);
  expect(performance.now() - begun).toBeLessThan(500);
  await second.open('server', open, {});
  expect(performance.now() - begun).toBeGreaterThan(700);
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
