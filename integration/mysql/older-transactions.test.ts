import { type RunEvent, tenantContext } from '@sync/core';
import { createConnection } from 'mysql2/promise';
import { describe, expect, test } from 'vitest';
import { openPlace, type Place } from './place.js';
import { family } from './servers.js';

const table = (type: string) =>
  `CREATE TABLE seen (id int); CREATE TABLE t (id int PRIMARY KEY, a ${type}, note varchar(50));`;
const rows = "INSERT INTO t VALUES (1, 1, 'a'), (2, 2, 'b'), (3, 3, 'c');";

/** Somebody whose transaction goes on seeing what there is now, and has not looked at the table yet. */
async function openBefore(place: Place, how = 'WITH CONSISTENT SNAPSHOT') {
  const uri = Object.assign(new URL(place.tenant.target.url.replace(/^mariadb:/, 'mysql:')), { search: '' }).href;
  const other = await createConnection({ uri });
  await other.query(`START TRANSACTION ${how}`);
  await other.query('SELECT * FROM seen');
  return other;
}

const scaffolds = ({ query }: Place) =>
  query(`SELECT table_name AS n FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name REGEXP '^_schema_sync_(new|old)'
UNION ALL SELECT trigger_name FROM information_schema.triggers WHERE trigger_schema = DATABASE()
UNION ALL SELECT routine_name FROM information_schema.routines WHERE routine_schema = DATABASE()`);

describe.each(family)('transactions of $name that are older than a copy', ({ name, scheme, driver, url }) => {
  if (url === '') {
    test.skip(`absent: ${name}`, () => {});
    return;
  }
  const open = (settings = {}) =>
    openPlace({ url, scheme, driver, settings, start: table('int') + rows, goal: table('bigint') });

  test('go on writing, and the copy begins when they have ended', async () => {
    await using place = await open();
    const other = await openBefore(place);
    const told: RunEvent[] = [];
    let writing: Promise<unknown> | undefined;
    const write = async () => {
      await other.query('DELETE FROM t WHERE id = 3');
      await other.query('UPDATE t SET id = 7 WHERE id = 2');
      await other.query("INSERT INTO t VALUES (4, 4, 'd')");
      await other.query('COMMIT');
    };
    try {
      const { report } = await place.sync({
        prove: false,
        onEvent: (event) => {
          if (event.type !== 'retry') return;
          told.push(event);
          writing ??= write();
        },
      });
      await writing;
      expect(report?.outcome).toBe('done');
    } finally {
      await other.end();
    }
    const waitsFor = expect.stringContaining(`the transaction of connection ${other.threadId} (`);
    expect(told[0]).toMatchObject({ type: 'retry', attempts: 1, waitsFor });
    expect(await place.query('SELECT id, a FROM t ORDER BY id')).toEqual([
      { id: 1, a: 1 },
      { id: 4, a: 4 },
      { id: 7, a: 2 },
    ]);
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    expect(await scaffolds(place)).toEqual([]);
  });

  test('are waited for so often, and then named; nothing of the copy stays, and they write on', async () => {
    await using place = await open({ lockRetries: 0 });
    const other = await openBefore(place);
    try {
      await expect(place.sync({ prove: false })).rejects.toMatchObject({
        code: 'LOCK_TIMEOUT',
        message: expect.stringMatching(
          new RegExp(
            `the transaction of connection ${other.threadId} \\(.* from .*\\), open since .* did not end while it was waited for once`,
          ),
        ),
        hint: expect.stringContaining('lockRetries'),
      });
      expect(await scaffolds(place)).toEqual([]);
      await other.query('DELETE FROM t WHERE id = 3');
      await other.query('COMMIT');
    } finally {
      await other.end();
    }
    // Transactions of other tests on the same server are waited for as long as it takes.
    const patient = tenantContext({ id: 'default', target: { ...place.tenant.target, settings: {} } });
    const { report } = await place.engine.sync(patient, place.goal, { online: 'always', allow: 'all', prove: false });
    expect(report?.outcome).toBe('done');
    expect(await place.query('SELECT id FROM t ORDER BY id')).toEqual([{ id: 1 }, { id: 2 }]);
  });

  test('hold up no run whose process died while it waited for them: the next takes away what there is', async () => {
    await using place = await open();
    const { plan } = await place.sync({ dryRun: true });
    const statements = plan?.up.flatMap((batch) => batch.steps.flatMap(({ sql }) => sql)) ?? [];
    const call = statements.findIndex(({ text }) => text.startsWith('CALL '));
    for (const { text } of statements.slice(0, call)) await place.query(text);
    expect(await scaffolds(place)).toHaveLength(2);
    expect((await place.sync()).report?.outcome).toBe('done');
    expect(await scaffolds(place)).toEqual([]);
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
  });

  test('are not waited for where they cannot write', async () => {
    await using place = await open({ lockRetries: 0 });
    const other = await openBefore(place, 'WITH CONSISTENT SNAPSHOT, READ ONLY');
    const { plan } = await place.sync({ dryRun: true, prove: false });
    const statements = plan?.up.flatMap((batch) => batch.steps.flatMap(({ sql }) => sql)) ?? [];
    const triggers = statements.findIndex(({ text }) => text.startsWith('CREATE TRIGGER'));
    try {
      // One by one: a wait for writers of other tests is tried again, and what came before it is not made twice.
      for (const { text } of statements.slice(0, triggers)) await place.query(text);
    } finally {
      await other.end();
    }
    expect(await scaffolds(place)).toHaveLength(1);
  });
});
