import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { inParallel } from '../../src/fleet/in-parallel.js';

/** What is in use once the garbage is gone, in bytes. */
function inUse(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

describe('working on many, a few at a time', () => {
  test('takes each once, never more than so many at a time, and gives what is done first', async () => {
    let running = 0;
    let most = 0;
    const found: number[] = [];
    const work = async (ms: number) => {
      most = Math.max(most, ++running);
      await setTimeout(ms);
      running--;
      return ms;
    };
    for await (const ms of inParallel([60, 5, 20, 10, 1], 3, work)) found.push(ms);
    expect(most).toBe(3);
    expect([...found].sort((a, b) => a - b)).toEqual([1, 5, 10, 20, 60]);
    expect(found.at(-1)).toBe(60);
  });

  test('asks for no more than it can work on', async () => {
    let asked = 0;
    async function* many() {
      for (;;) yield ++asked;
    }
    for await (const number of inParallel(many(), 4, async (each) => each)) if (number === 10) break;
    expect(asked).toBeLessThanOrEqual(14);
  });

  test('fails with what failed first, once all that was begun has ended', async () => {
    const ended: number[] = [];
    const work = async (number: number) => {
      await setTimeout(number * 10);
      ended.push(number);
      if (number === 1) throw new Error('one');
    };
    const all = async () => {
      for await (const _ of inParallel([1, 2, 3], 3, work)) expect(_).toBeUndefined();
    };
    await expect(all()).rejects.toThrow('one');
    expect(ended).toEqual([1, 2, 3]);
  });

  test('keeps nothing of those that are done, however long one of them takes', async () => {
    let end = (_: number) => {};
    const long = new Promise<number>((settle) => {
      end = settle;
    });
    const before = inUse();
    let after = 0;
    const numbers = Array.from({ length: 100_000 }, (_, i) => i);
    for await (const number of inParallel(numbers, 2, async (each) => (each === 0 ? long : each))) {
      if (number !== 99_998) continue;
      after = inUse();
      end(0);
    }
    expect((after - before) / numbers.length).toBeLessThan(30);
  });
});
