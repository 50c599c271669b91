import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { address } from '../../src/model/address.js';
import { createCatalogue } from '../../src/model/catalogue.js';
import { schemaObject } from '../../src/model/object.js';
import { type Snapshot, takeSnapshot } from '../../src/model/snapshot.js';
import type { SnapshotStore } from '../../src/snapshot/store.js';

/** A place to keep snapshots, for one test. */
export interface StoreFixture {
  /** A store on the same place; several of them are several writers. */
  open(): Promise<SnapshotStore>;
  /** Changes what is stored behind the store's back, and says how errors should name it. */
  damage(key: string, version: number, change: (text: string) => string): Promise<string>;
  close(): Promise<void>;
}

/** A snapshot of a schema with one table. */
export function snapshotOf(table: string, driver = 'toy'): Snapshot {
  const object = schemaObject({
    kind: 'table',
    address: address('table', table),
    name: table,
    spec: { columns: ['id', 'naïve "text"\n'] },
  });
  return takeSnapshot(driver, createCatalogue([object]));
}

type CurrentFixture = () => StoreFixture;

/** What every store of snapshots must do. */
export function storeSuite(name: string, create: (clock: () => Date) => Promise<StoreFixture>): void {
  describe(`a store of snapshots in ${name}`, () => {
    let fixture: StoreFixture;

    beforeEach(async () => {
      let seconds = 0;
      fixture = await create(() => new Date(Date.UTC(2024, 0, 1, 0, 0, seconds++)));
    });

    afterEach(() => fixture.close());

    testVersions(() => fixture);
    testKeys(() => fixture);
    testWriters(() => fixture);
    testDamage(() => fixture);
  });
}

function testVersions(current: CurrentFixture): void {
  test('is empty to begin with', async () => {
    const store = await current().open();
    expect(await store.read('a')).toBeUndefined();
    expect(await store.list()).toEqual([]);
    expect(await store.list('a')).toEqual([]);
  });

  test('gives back what was written, the newest or the version that is asked for', async () => {
    const store = await current().open();
    const [one, two] = [snapshotOf('one'), snapshotOf('two')];
    const savedAt = '2024-01-01T00:00:00.000Z';
    expect(await store.write('a', one)).toEqual({ key: 'a', version: 1, root: one.root, savedAt });
    expect(await store.write('a', two)).toMatchObject({ version: 2 });
    expect(await store.read('a')).toEqual(two);
    expect(await store.read('a', 1)).toEqual(one);
    expect(await store.read('a', 3)).toBeUndefined();
    expect(await store.read('b')).toBeUndefined();
  });

  test('does not keep the same state twice in a row', async () => {
    const store = await current().open();
    const first = await store.write('a', snapshotOf('one'));
    expect(await store.write('a', snapshotOf('one'))).toEqual(first);
    await store.write('a', snapshotOf('two'));
    expect(await store.write('a', snapshotOf('one'))).toMatchObject({ version: 3 });
    expect(await store.write('a', snapshotOf('one', 'other'))).toMatchObject({ version: 4 });
    const [object] = snapshotOf('one', 'other').objects;
    const moved = takeSnapshot('other', createCatalogue(object ? [{ ...object, layout: ['id'] }] : []));
    expect(moved.root).toBe(snapshotOf('one', 'other').root);
    expect(await store.write('a', moved)).toMatchObject({ version: 5 });
  });
}

function testKeys(current: CurrentFixture): void {
  test('lists keys in order and versions from the first', async () => {
    const store = await current().open();
    await store.write('b', snapshotOf('one'));
    await store.write('A', snapshotOf('one'));
    await store.write('b', snapshotOf('two'));
    const listed = (await store.list()).map(({ key, version }) => `${key}@${version}`);
    expect(listed).toEqual(['A@1', 'b@1', 'b@2']);
    expect((await store.list('b')).map(({ version }) => version)).toEqual([1, 2]);
  });

  test.each(['../x', 'a/b', 'A.b', "it's", '%', 'ä'])('keeps the key %s apart from others', async (key) => {
    const store = await current().open();
    await store.write(key, snapshotOf('one'));
    await store.write(`${key}.`, snapshotOf('two'));
    expect(await store.read(key)).toEqual(snapshotOf('one'));
    expect((await store.list()).map((entry) => entry.key).sort()).toEqual([key, `${key}.`].sort());
  });
}

function testWriters(current: CurrentFixture): void {
  test('gives writers at the same time a version each, and loses none', async () => {
    const stores = await Promise.all(Array.from({ length: 8 }, () => current().open()));
    const written = await Promise.all(stores.map((store, i) => store.write('a', snapshotOf(`table${i}`))));
    expect(written.map(({ version }) => version).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const [store] = stores;
    const roots = new Set((await store?.list('a'))?.map(({ root }) => root));
    expect(roots.size).toBe(8);
  });
}

function testDamage(current: CurrentFixture): void {
  test.each([
    ['cut short', (text: string) => text.slice(0, text.length / 2)],
    ['edited', (text: string) => text.replace('"id"', '"ix"')],
    ['emptied', () => ''],
    ['replaced by something else', () => '{"format":1}'],
  ])('refuses what was %s, by its name, and still takes the next', async (_, change) => {
    const store = await current().open();
    await store.write('a', snapshotOf('one'));
    const place = await current().damage('a', 1, change);
    const corrupt = { code: 'SNAPSHOT_CORRUPT', message: expect.stringContaining(place) };
    await expect(store.read('a')).rejects.toMatchObject(corrupt);
    expect(await store.write('a', snapshotOf('one'))).toMatchObject({ version: 2 });
    expect(await store.read('a')).toEqual(snapshotOf('one'));
  });
}
