import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostPerTenant, Room } from '../../src/fleet/room.js';

test('no more are let in than there is room for, and all come to their end, however many each needs at once', async () => {
  const parties = fc.array(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: mostPerTenant }), {
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: mostPerTenant, max: 9 }), parties, async (size, all) => {
      const room = new Room(size);
      let inside = 0;
      let most = 0;
      const work = async (pauses: readonly number[]) => {
        const party = {};
        for (const pause of pauses) {
          await room.enter(party, {});
          most = Math.max(most, ++inside);
          await setTimeout(pause);
        }
        for (const _ of pauses) {
          inside--;
          room.leave(party);
        }
      };
      await Promise.all(all.map(work));
      expect(most).toBeLessThanOrEqual(size);
      expect(inside).toBe(0);
    }),
  );
});

test('what can be done without is refused where there is no room, and is not waited for', async () => {
  const room = new Room(mostPerTenant);
  const one = {};
  await room.enter(one, {});
  await expect(room.enter({}, { spare: true })).rejects.toMatchObject({ details: { full: true } });
  await room.enter(one, { spare: true });
});

test('who waits may give up, and is passed over', async () => {
  const room = new Room(mostPerTenant);
  const [first, second, third] = [{}, {}, {}];
  await room.enter(first, {});
  const stop = new AbortController();
  const gaveUp = expect(room.enter(second, { signal: stop.signal })).rejects.toMatchObject({ code: 'CANCELLED' });
  const entered = room.enter(third, {});
  stop.abort();
  await gaveUp;
  room.leave(first);
  await entered;
});

test('who would wait for nobody but himself is refused', async () => {
  const room = new Room(mostPerTenant);
  const one = {};
  for (let i = 0; i < mostPerTenant; i++) await room.enter(one, {});
  await expect(room.enter(one, {})).rejects.toMatchObject({ code: 'CONNECTION_FAILED' });
});
