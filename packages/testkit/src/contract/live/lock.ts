import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { failureOf } from '../../failure.js';
import type { ContractOptions } from '../options.js';
import { openSite } from '../site.js';

const soon = { waitMs: 100 };
const patient = { waitMs: 10_000 };

export function testLock(options: ContractOptions): void {
  testHolding(options);
  testReleasing(options);
  testWaiting(options);
  testLosing(options);
}

function testHolding(options: ContractOptions): void {
  test('keeps other holders of the same name out, each for as long as it asked, and says so', async () => {
    await using site = await openSite(options);
    await using one = await site.connect();
    await using two = await site.connect();
    await using three = await site.connect();
    await using held = await one.lock('tenant', soon);
    const ended: string[] = [];
    const controller = new AbortController();
    const note = () => void ended.push('patient');
    const noted = two.lock('tenant', { ...patient, signal: controller.signal }).then(note, note);
    const error = await failureOf(() => three.lock('tenant', soon));
    ended.push('soon');
    expect(error.code).toBe('LOCK_TIMEOUT');
    expect(error.hint).toBeTruthy();
    controller.abort();
    await noted;
    expect(ended).toEqual(['soon', 'patient']);
    expect(held.lost.aborted).toBe(false);
  });

  test('does not wait where no waiting was asked for', async () => {
    await using site = await openSite(options);
    await using one = await site.connect();
    await using two = await site.connect();
    await using _ = await one.lock('tenant', { waitMs: 0 });
    expect((await failureOf(() => two.lock('tenant', { waitMs: 0 }))).code).toBe('LOCK_TIMEOUT');
  });

  test('is seen to be held by whoever only looks, who keeps nobody from it, where the engine can tell', async () => {
    await using site = await openSite(options);
    await using one = await site.connect();
    await using two = await site.connect();
    if (!two.isLocked) return;
    expect(await two.isLocked('tenant')).toBe(false);
    await using held = await one.lock('tenant', { waitMs: 0 });
    expect([await two.isLocked('tenant'), await one.isLocked?.('tenant')]).toEqual([true, true]);
    expect(await two.isLocked('other')).toBe(false);
    await held[Symbol.asyncDispose]();
    expect(await two.isLocked('tenant')).toBe(false);
  });

  test('lets a holder of another name in', async () => {
    await using site = await openSite(options);
    await using one = await site.connect();
    await using two = await site.connect();
    await using _ = await one.lock('tenant', soon);
    await using other = await two.lock('tenant;2', soon);
    expect(other.lost.aborted).toBe(false);
  });

  test('keeps nobody from reading and writing', async () => {
    await using site = await openSite(options);
    await using one = await site.connect();
    await using _ = await one.lock('tenant', soon);
    await site.run(options.schemas.first);
    expect((await site.inspect()).catalogue.size).toBeGreaterThan(0);
  });
}

function testReleasing(options: ContractOptions): void {
  test('is free again once it is released', async () => {
    await using site = await openSite(options);
    await using one = await site.connect();
    await using two = await site.connect();
    const held = await one.lock('tenant', soon);
    await held[Symbol.asyncDispose]();
    await using next = await two.lock('tenant', soon);
    expect(next.lost.aborted).toBe(false);
  });

  test('is free again once its connection is closed', async () => {
    await using site = await openSite(options);
    const one = await site.connect();
    const held = await one.lock('tenant', soon);
    await one[Symbol.asyncDispose]();
    await using two = await site.connect();
    await using next = await two.lock('tenant', soon);
    expect(next.lost.aborted).toBe(false);
    await held[Symbol.asyncDispose]();
  });
}

function testWaiting(options: ContractOptions): void {
  test('is had by the one who waits as soon as it is released', async () => {
    await using site = await openSite(options);
    await using one = await site.connect();
    await using two = await site.connect();
    const held = await one.lock('tenant', soon);
    const waiting = two.lock('tenant', patient);
    await sleep(50);
    await held[Symbol.asyncDispose]();
    await using next = await waiting;
    expect(next.lost.aborted).toBe(false);
  });

  test('is waited for no longer once that is cancelled', async () => {
    await using site = await openSite(options);
    await using one = await site.connect();
    await using two = await site.connect();
    await using _ = await one.lock('tenant', soon);
    const controller = new AbortController();
    const waiting = failureOf(() => two.lock('tenant', { ...patient, signal: controller.signal }));
    await sleep(50);
    controller.abort();
    expect((await waiting).code).toBe('CANCELLED');
  });

  test('is not lost while it is held', async () => {
    await using site = await openSite(options);
    await using one = await site.connect();
    await using held = await one.lock('tenant', soon);
    await site.run(options.schemas.first);
    await sleep(50);
    expect(held.lost.aborted).toBe(false);
  });

  test('leaves nothing that an inspection would see', async () => {
    await using site = await openSite(options);
    await using one = await site.connect();
    await using _ = await one.lock('tenant', soon);
    expect([...(await site.inspect()).catalogue]).toEqual([]);
  });
}

function testLosing(options: ContractOptions): void {
  const { loseLocks, schemas } = options;
  if (!loseLocks) return;
  test('that is lost is known to be, and whoever held it writes nothing more', async () => {
    await using site = await openSite(options, schemas.first);
    await using one = await site.connect();
    await using held = await one.lock('tenant', soon);
    await loseLocks(site.input);
    const insert = { text: schemas.insert };
    await failureOf(async () => (one.atomically ? one.atomically([insert]) : one.execute(insert)));
    expect(held.lost.aborted).toBe(true);
    expect(await site.query(schemas.select)).toEqual([]);
  });
}
