import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, type Engine, tenantContext } from '@sync/core';
import driver from '@sync/driver-cassandra';
import { describe, expect, test } from 'vitest';
import { cassandraAbsence, freshCassandraDatabase } from '../servers/fresh-cassandra-database.js';
import { startOwnServer } from '../servers/own-server.mjs';
import { wireTo } from './support/cut.js';

type SyncRequest = NonNullable<Parameters<Engine['sync']>[2]>;

const isLong = process.env.TEST_LONG === '1';
const absence = cassandraAbsence(5);

const tables = Array.from({ length: 6 }, (_, i) => `t${i}`);
const goal = tables.map((name) => `CREATE TABLE ${name} (id int PRIMARY KEY, name text);\n`).join('');

/** What the dead hold is free soon. */
const waiting = 'leaseMs=4000&lockWaitMs=60000';

/** A power cut takes nothing back that was answered, neither rows nor what was changed in the schema. */
const safe = {
  'cassandra.settings.commitlog_sync': 'batch',
  'cassandra.settings.commitlog_sync_period': '0ms',
  'cassandra.unsafesystem': 'false',
};

const failure = (run: Promise<unknown>) =>
  run.then(
    () => expect.fail('it went through'),
    (error: unknown) => error as { readonly code: string },
  );

describe('a node of a test’s own', () => {
  test.runIf(isLong)(
    'that is killed in the middle of a plan keeps what held, and the next run goes on',
    async ({ skip }) => {
      const own = await startOwnServer('cassandra-5', { settings: safe });
      if ('absent' in own) return skip(`absent: ${own.absent}`);
      await using _ = own;
      const keyspace = `killed_${randomBytes(4).toString('hex')}`;
      await using place = openPlace(`${own.url}/${keyspace}`);
      {
        const input = { url: `${own.url}/${keyspace}`, directory: '/' };
        await using connection = await driver.connect(driver.options(input), { access: 'write', missing: 'make' });
        const text = "SELECT value FROM system_views.settings WHERE name = 'commitlog_sync'";
        expect(await connection.query({ text })).toEqual([{ value: 'batch' }]);
      }
      let killed: Promise<void> | undefined;
      const run = failure(place.sync({ onEvent: atStep(4, () => (killed ??= own.kill())) }));
      expect((await run).code).toMatch(/^(CONNECTION_LOST|PARTIAL|LOCK_LOST)$/);
      await killed;
      await own.start();
      const [last] = await place.history();
      expect(last?.outcome).toBe('running');
      // Whether the step was noted yet, and whether its table came about, is nobody's to say.
      expect(last?.steps.slice(0, 3).map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done']);
      expect(last?.steps.slice(3).every(({ outcome }) => outcome === 'running')).toBe(true);
      expect([tables.slice(0, 3), tables.slice(0, 4)]).toContainEqual(await place.tables());
      await expectConverges(place, ['done', 'died']);
    },
  );
});

describe.skipIf(absence !== undefined)(`a keyspace${absence === undefined ? '' : `: absent: ${absence}`}`, () => {
  test('whose connection is cut in the middle of a plan keeps what held, and the next run goes on', async () => {
    await using database = await freshCassandraDatabase(5);
    await using wire = await wireTo(database.url);
    await using cut = openPlace(wire.url);
    const run = failure(cut.sync({ onEvent: atStep(4, () => wire.cut()) }));
    expect((await run).code).toMatch(/^(CONNECTION_LOST|PARTIAL|LOCK_LOST)$/);
    await using place = openPlace(database.url);
    expect((await place.history())[0]?.outcome).not.toBe('done');
    await expectConverges(place);
  });

  test('that two bring to a state at once is brought there by one, and the other finds it so', async () => {
    await using database = await freshCassandraDatabase(5);
    await using one = openPlace(database.url);
    await using other = openPlace(database.url);
    const reports = (await Promise.all([one.sync(), other.sync()])).map(({ report }) => report);
    expect(new Set(reports.map((report) => report?.run)).size).toBe(1);
    expect(reports.filter((report) => report?.repeated)).toHaveLength(1);
    await expectConverges(one, ['done']);
  });
});

function atStep(step: number, act: () => unknown): NonNullable<SyncRequest['onEvent']> {
  return (event) => {
    if (event.type === 'step' && event.number === step) act();
  };
}

/** Whatever is missing is made, nothing else is touched, and the books say so. */
async function expectConverges(place: Place, outcomes?: readonly string[]): Promise<void> {
  await place.sync();
  expect(await place.tables()).toEqual(tables);
  expect((await place.sync({ dryRun: true })).inSync).toBe(true);
  if (outcomes) expect((await place.history()).map(({ outcome }) => outcome)).toEqual(outcomes);
}

type Place = ReturnType<typeof openPlace>;

function openPlace(url: string) {
  const directory = mkdtempSync(join(tmpdir(), 'schema-sync-node-'));
  const file = join(directory, 'goal.cql');
  writeFileSync(file, goal);
  const tenant = tenantContext({ id: 'app', target: { url: `${url}?${waiting}`, directory } });
  const engine = createEngine({ driver });
  return {
    sync: (request: SyncRequest = {}) => engine.sync(tenant, file, { prove: false, ...request }),
    history: () => engine.history(tenant),
    tables: async () => [...(await engine.inspect(tenant)).catalogue].map(({ name }) => name).sort(),
    [Symbol.asyncDispose]: async () => rmSync(directory, { recursive: true }),
  };
}
