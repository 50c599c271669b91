import { describe, expect, test } from 'vitest';
import { liveThrough } from './both-clients.js';
import { phaseCases, splitInDocument } from './cases.js';
import { openPlace, sqliteFile } from './place.js';
import { wordsOfSqlite } from './words-of-sqlite.js';

const cases = [...phaseCases(wordsOfSqlite), splitInDocument('sqlite', wordsOfSqlite)];

describe('old and new clients on SQLite, where', () => {
  test.each(cases)('$name', (phased) => liveThrough(sqliteFile, phased));

  test('a row has no rowid', () => {
    const [renamed] = cases;
    const without = (text: string) => text.replace(/^(CREATE TABLE .*)\)(;?)$/s, '$1) WITHOUT ROWID$2');
    if (!renamed) throw new TypeError('there are no cases');
    return liveThrough(sqliteFile, {
      ...renamed,
      start: renamed.start.map((text) => (text.startsWith('CREATE') ? without(text) : text)),
      goal: without(renamed.goal),
    });
  });
});

describe('what no state of SQLite serves', () => {
  test.each([
    ['one name with two types', 'a TEXT', 'a INTEGER', /a cannot be TEXT and INTEGER under one name/],
    [
      'a key that is called otherwise',
      'k INTEGER PRIMARY KEY',
      'l INTEGER PRIMARY KEY -- @renamed from=k',
      /primary key/,
    ],
    ['what is written and computed', 'a INTEGER', 'a INTEGER AS (length(b))', /a cannot be computed and written/],
  ])('%s', async (_, before, after, because) => {
    await using place = await openPlace(
      sqliteFile,
      [`CREATE TABLE t (${before}\n, b TEXT)`],
      `CREATE TABLE t (${after}\n, b TEXT);`,
    );
    for (const phase of ['expand', 'contract'] as const) {
      const error = await place.sync(phase).catch((thrown) => thrown);
      expect(error).toMatchObject({ code: 'PLAN_IMPOSSIBLE', message: expect.stringMatching(because) });
    }
    expect((await place.validate()).next).toBeUndefined();
  });

  test('a table that is called otherwise', async () => {
    const goal = '-- @renamed from=t\nCREATE TABLE u (id INTEGER PRIMARY KEY);';
    await using place = await openPlace(sqliteFile, ['CREATE TABLE t (id INTEGER PRIMARY KEY)'], goal);
    const error = await place.sync('expand').catch((thrown) => thrown);
    expect(error).toMatchObject({ code: 'PLAN_IMPOSSIBLE', message: expect.stringMatching(/cannot have two names/) });
  });

  test('rows that were written past the triggers stop what would lose one of both', async () => {
    const goal = 'CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT -- @renamed from=a\n);';
    await using place = await openPlace(
      sqliteFile,
      ['CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)', "INSERT INTO t VALUES (1, 'x')"],
      goal,
    );
    await place.sync('expand');
    await place.run("UPDATE t SET a = 'one', b = 'other'");
    const error = await place.sync('contract').catch((thrown) => thrown);
    expect(error).toMatchObject({
      code: 'CHECK_FAILED',
      message: expect.stringMatching(/something else in a than in b/),
    });
    await place.run('UPDATE t SET a = b');
    await place.sync('contract');
    expect(await place.run('SELECT b FROM t')).toEqual([{ b: 'other' }]);
  });
});
