import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Connection, createEngine, type TenantContext } from '@sync/core';
import driver from '@sync/driver-sqlite';
import { describe, expect, test } from 'vitest';
import { execute, folder, rows, tenantIn } from './support.js';

const ci = { system: 'GitHub Actions', by: 'octocat', job: 'https://github.com/a/b/actions/runs/1' };

async function ranTwice() {
  const directory = folder();
  const goal = join(directory, 'schema.sql');
  const tenant = tenantIn(directory);
  const engine = createEngine({ driver, ci });
  const runs: string[] = [];
  for (const text of ['CREATE TABLE a (id INTEGER PRIMARY KEY);', 'CREATE TABLE b (id INTEGER PRIMARY KEY);']) {
    writeFileSync(goal, text, { flag: 'a' });
    const { report } = await engine.sync(tenant, goal);
    runs.push(report?.run ?? '');
  }
  const [first = '', second = ''] = runs;
  return { engine, tenant, goal, first, second };
}

const entriesOf = async (tenant: TenantContext) =>
  (await rows(tenant, 'SELECT entry FROM _schema_sync_trail WHERE place > 0 ORDER BY place')).map(
    ({ entry }) => JSON.parse(String(entry)) as Record<string, unknown>,
  );

/** What somebody does to a journal of two runs of one step each, whose trail has nine entries, and what is said of it. */
const tampered: readonly (readonly [what: string, statements: readonly string[], told: RegExp])[] = [
  [
    'changes an entry',
    ["UPDATE _schema_sync_trail SET entry = replace(entry, 'done', 'died') WHERE place = 3"],
    /"entry":4,"message":"does not follow the one before it/,
  ],
  [
    'takes an entry away',
    ['DELETE FROM _schema_sync_trail WHERE place = 3'],
    /"entry":4,"message":"comes after .*: 3 was/,
  ],
  [
    'takes entries away',
    ['DELETE FROM _schema_sync_trail WHERE place IN (3, 4)'],
    /"entry":5.*: 3 to 4 were taken away/,
  ],
  [
    'puts entries in another order',
    [
      'UPDATE _schema_sync_trail SET place = -3 WHERE place = 3',
      'UPDATE _schema_sync_trail SET place = 3 WHERE place = 4',
      'UPDATE _schema_sync_trail SET place = 4 WHERE place = -3',
    ],
    /"entry":3,"message":"does not follow/,
  ],
  ['cuts the end off', ['DELETE FROM _schema_sync_trail WHERE place > 7'], /went on to entry 9: its end was cut off/],
  [
    'cuts the end off, and the note of it',
    ['DELETE FROM _schema_sync_trail WHERE place > 7 OR place = 0'],
    /where the trail ended is not noted any more/,
  ],
  [
    'changes the last entry',
    ["UPDATE _schema_sync_trail SET entry = replace(entry, 'done', 'died') WHERE place = 9"],
    /"entry":9,"message":"is not as it was when the trail ended with it/,
  ],
  [
    'makes an entry none',
    ["UPDATE _schema_sync_trail SET entry = 'x' WHERE place = 3"],
    /"entry":3,"message":"is no entry/,
  ],
  ['empties it', ['DELETE FROM _schema_sync_trail'], /the trail tells of no such run/],
  [
    'says that somebody else ran it',
    ["UPDATE _schema_sync_runs SET user_name = 'eve'"],
    /the run is not as the trail tells/,
  ],
  ['says that it ran elsewhere', ['UPDATE _schema_sync_runs SET ci = NULL'], /the run is not as the trail tells/],
  ['takes a run away', ["DELETE FROM _schema_sync_runs WHERE run = 'FIRST'"], /is not there: its row was taken away/],
  [
    'puts a run in',
    [
      "CREATE TEMP TABLE one AS SELECT * FROM _schema_sync_runs WHERE run = 'FIRST'",
      "UPDATE one SET run = 'another'",
      'INSERT INTO _schema_sync_runs SELECT * FROM one',
    ],
    /"run":"another","message":"the trail tells of no such run: it was put in/,
  ],
  ['changes a step', ["UPDATE _schema_sync_steps SET hash = ''"], /step 1 is not as the trail tells/],
  ['takes a step away', ["DELETE FROM _schema_sync_steps WHERE run = 'FIRST'"], /step 1 is not there/],
  ['puts a step in', ['UPDATE _schema_sync_steps SET step = 2'], /the trail tells of no step 2/],
];

describe('the trail of a journal', () => {
  test('tells who did what, where and how it ended, each entry with the hash of the one before', async () => {
    const { engine, tenant, first } = await ranTwice();
    const entries = await entriesOf(tenant);
    expect(entries.map(({ type, outcome }) => [type, outcome])).toEqual([
      ['trail', undefined],
      ['run', 'running'],
      ['step', 'done'],
      ['run', 'done'],
      ['run', 'done'],
      ['run', 'running'],
      ['step', 'done'],
      ['run', 'done'],
      ['run', 'done'],
    ]);
    const [, begun, step, done] = entries;
    const [{ user, host, version } = expect.fail('nothing ran')] = await engine.history(tenant);
    expect(begun).toMatchObject({ run: first, tenant: tenant.id, user, host, version, ci });
    const hash = expect.stringMatching(/^[0-9a-f]{64}$/);
    expect(begun).toMatchObject({ plan: hash, base: hash, goal: hash, startedAt: expect.any(String) });
    expect(step).toMatchObject({ run: first, step: 1, hash, statements: [hash] });
    expect(done).toMatchObject({ run: first, finishedAt: expect.any(String) });
    expect(await engine.history(tenant)).toMatchObject([{ ci }, { ci }]);
    const followed = await engine.verifyJournal(tenant);
    expect(followed).toMatchObject({ entries: 9, runs: 2, unchained: 0, breaks: [], cutShort: [], head: hash });
    expect(await engine.verifyJournal(tenant, { heads: [followed.head ?? ''] })).toMatchObject({ missing: [] });
    expect(await engine.verifyJournal(tenant, { heads: ['0'] })).toMatchObject({ missing: ['0'] });
  });

  test.each(tampered)('shows where somebody %s', async (_, statements, told) => {
    const { engine, tenant, first } = await ranTwice();
    await execute(tenant, ...statements.map((text) => text.replace('FIRST', first)));
    const { breaks } = await engine.verifyJournal(tenant);
    expect(breaks.map((each) => JSON.stringify(each)).join('\n')).toMatch(told);
  });

  test('goes on, and is whole, after a plan was forgotten, taken back or refused', async () => {
    const { engine, tenant, goal, second } = await ranTwice();
    await engine.down(tenant, second, { allow: 'all' });
    await engine.prune(tenant, { keep: 1 });
    writeFileSync(goal, 'CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE VIEW v AS SELECT 1 FROM a;');
    await execute(tenant, 'INSERT INTO a VALUES (1)');
    await engine.sync(tenant, goal);
    await engine.baseline(tenant, { again: true });
    expect(await engine.verifyJournal(tenant)).toMatchObject({ breaks: [], cutShort: [], unchained: 0 });
  });

  test('begins where a journal of before has runs, which it seals and of which it says that no more is known', async () => {
    const { engine, tenant, goal, first, second } = await ranTwice();
    await execute(
      tenant,
      'DROP TABLE _schema_sync_trail',
      "DELETE FROM _schema_sync_books WHERE book = '_schema_sync_trail'",
      'ALTER TABLE _schema_sync_runs DROP COLUMN ci',
      "UPDATE _schema_sync_books SET version = 3 WHERE book = '_schema_sync_runs'",
    );
    writeFileSync(goal, 'CREATE TABLE c (id INTEGER PRIMARY KEY);', { flag: 'a' });
    await engine.sync(tenant, goal);
    expect(await engine.verifyJournal(tenant)).toMatchObject({ runs: 3, unchained: 2, breaks: [] });
    await execute(tenant, `UPDATE _schema_sync_runs SET host = 'elsewhere' WHERE run = '${first}'`);
    await execute(tenant, `DELETE FROM _schema_sync_runs WHERE run = '${second}'`);
    expect((await engine.verifyJournal(tenant)).breaks).toEqual([
      { run: first, message: expect.stringContaining('is not as it was when the trail began') },
      { run: second, message: expect.stringContaining('is not there') },
    ]);
  });

  test('is written on where somebody tampered with it, and what was done stays to be seen', async () => {
    const { engine, tenant, goal } = await ranTwice();
    await execute(tenant, 'DELETE FROM _schema_sync_trail WHERE place > 7 OR place = 0');
    writeFileSync(goal, 'CREATE TABLE c (id INTEGER PRIMARY KEY);', { flag: 'a' });
    await engine.sync(tenant, goal);
    const { breaks } = await engine.verifyJournal(tenant);
    expect(breaks).toMatchObject([{ message: expect.stringContaining('the run is not as the trail tells') }]);
  });

  test('is whole where a plan was forgotten before anybody noted that a run of before had died', async () => {
    const { engine, tenant, goal, second } = await ranTwice();
    await execute(
      tenant,
      'DROP TABLE _schema_sync_trail',
      "DELETE FROM _schema_sync_books WHERE book = '_schema_sync_trail'",
      `UPDATE _schema_sync_runs SET outcome = 'running' WHERE run = '${second}'`,
    );
    expect(await engine.prune(tenant, { keep: 1 })).toHaveLength(1);
    writeFileSync(goal, 'CREATE TABLE c (id INTEGER PRIMARY KEY);', { flag: 'a' });
    await engine.sync(tenant, goal);
    expect(await engine.verifyJournal(tenant)).toMatchObject({ runs: 3, unchained: 2, breaks: [], cutShort: [] });
  });

  test('is whole after a process died between an entry and its row, where nothing commits together', async () => {
    const { tenant, engine } = await ranTwice();
    const dying = through((connection) => ({
      atomically: undefined,
      execute: (...[statement, options]: Parameters<Connection['execute']>) => {
        if (/INTO "_schema_sync_steps"/.test(statement.text)) throw new Error('died');
        return connection.execute(statement, options);
      },
    }));
    await expect(dying.baseline(tenant, { again: true })).rejects.toThrow('died');
    await engine.baseline(tenant, { again: true });
    expect(await engine.verifyJournal(tenant)).toMatchObject({ runs: 4, breaks: [], cutShort: [] });
  });

  test('is whole for whoever looks while runs go on', async () => {
    const { tenant, engine } = await ranTwice();
    const busy = through((connection) => ({
      query: async <R>(...[statement, options]: Parameters<Connection['query']>) => {
        if (/FROM "_schema_sync_runs"/.test(statement.text)) await engine.baseline(tenant, { again: true });
        return connection.query<R>(statement, options);
      },
    }));
    expect(await busy.verifyJournal(tenant)).toMatchObject({ runs: 3, breaks: [] });
  });
});

/** An engine over connections of which some members are others. */
function through(members: (connection: Connection) => Partial<Record<keyof Connection, unknown>>) {
  const connect: typeof driver.connect = async (...request) => {
    const connection = await driver.connect(...request);
    const others = members(connection);
    return new Proxy(connection, {
      get(target, name) {
        if (Object.hasOwn(others, name)) return others[name as keyof Connection];
        const member: unknown = Reflect.get(target, name, target);
        return typeof member === 'function' ? member.bind(target) : member;
      },
    });
  };
  return createEngine({ driver: { ...driver, connect } });
}
