import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPlace } from './place.js';
import { table } from './scenario.js';
import { family } from './servers.js';

const partitioned = (lists: string) => `CREATE TABLE l (id int PRIMARY KEY) PARTITION BY LIST (id) (${lists});`;

const coded = (rows: string) =>
  table(
    't',
    'primaryKey: [id]\ncolumns: [{ name: id, type: int }, { name: code, type: varchar(9) }, { name: n, type: int }]\nindexes: [{ columns: [code], isUnique: true }]',
    `  seedData:\n    rows:\n${rows}`,
  );

const row = (id: number, code: string, n: number) =>
  `      - columns: [{ column: id, value: { int: ${id} } }, { column: code, value: { str: ${code} } }, { column: n, value: { int: ${n} } }]\n`;

describe.each(family)('$name: rows that a plan must not lose', ({ url, scheme, driver }) => {
  const open = (start: string, goal: string) => openPlace({ url, scheme, driver, start, goal });

  test.runIf(url)('values that go from a list of a partition keep their rows', async () => {
    await using place = await open(
      `${partitioned('PARTITION a VALUES IN (1, 2, 3), PARTITION b VALUES IN (4)')} INSERT INTO l VALUES (1), (2), (4)`,
      partitioned('PARTITION a VALUES IN (1, 3), PARTITION b VALUES IN (4)'),
    );
    for (const online of ['never', 'always'] as const)
      await expect(place.sync({ online })).rejects.toThrow('no partition for value 2');
    expect(await place.query('SELECT count(*) AS n FROM l')).toEqual([{ n: 3 }]);
    await place.desire(
      partitioned('PARTITION a VALUES IN (3, 1), PARTITION c VALUES IN (2), PARTITION b VALUES IN (4)'),
    );
    const { plan } = await place.sync({ online: 'never' });
    expect(plan?.up[0]?.steps[0]?.sql[0]?.text).toContain('REORGANIZE PARTITION');
    expect(await place.query('SELECT count(*) AS n FROM l')).toEqual([{ n: 3 }]);
  });

  test.runIf(url)('a seed leaves another row that has its unique value as it is', async () => {
    await using place = await open(
      "CREATE TABLE t (id int PRIMARY KEY, code varchar(9), n int, UNIQUE KEY idx_t_code (code)); INSERT INTO t VALUES (1, 'a', 1), (2, 'b', 2)",
      '',
    );
    const file = `${dirname(place.goal)}/t.yaml`;
    const goal = { seeds: true } as const;
    const sync = (rows: string) =>
      writeFile(file, coded(rows)).then(() => place.engine.sync(place.tenant, file, { ...goal, allow: 'all' }));
    await expect(sync(row(3, 'a', 9))).rejects.toThrow(
      'other rows of t hold what the seed gives to its own in code, which is unique:\n  id 1, code a',
    );
    // The row that holds it is to give it up, and comes later.
    await expect(sync(row(4, 'b', 9) + row(2, 'c', 2))).rejects.toMatchObject({ details: { number: 1242 } });
    expect(await place.query('SELECT * FROM t ORDER BY id')).toEqual([
      { id: 1, code: 'a', n: 1 },
      { id: 2, code: 'b', n: 2 },
    ]);
    await sync(row(2, 'c', 2) + row(4, 'b', 9));
    expect(await place.query('SELECT * FROM t ORDER BY id')).toEqual([
      { id: 1, code: 'a', n: 1 },
      { id: 2, code: 'c', n: 2 },
      { id: 4, code: 'b', n: 9 },
    ]);
  });

  /** MariaDB has no keys over expressions, and both have those over what a text begins with. */
  const overTerms = [
    ['LEFT', 'UNIQUE KEY once (code(2))', '{ column: code, length: 2 }', 'ab'],
    ...(scheme === 'mysql'
      ? [['an expression', 'UNIQUE KEY once ((lower(code)))', "{ expression: 'lower(code)' }", 'AB']]
      : []),
  ];
  for (const [what, inSql, part, taken] of overTerms)
    test.runIf(url)(`nor one that has its value in a key over ${what}`, async () => {
      await using place = await open(
        `CREATE TABLE t (id int PRIMARY KEY, code varchar(9) COLLATE utf8mb4_bin, n int, ${inSql}); INSERT INTO t VALUES (1, 'ab', 1), (2, 'b', 2)`,
        '',
      );
      const file = `${dirname(place.goal)}/t.yaml`;
      const sync = async (...rows: readonly string[]) => {
        const text = table(
          't',
          `primaryKey: [id]\ncolumns: [{ name: id, type: int }, { name: code, type: varchar(9), collation: utf8mb4_bin }, { name: n, type: int }]\nindexes: [{ name: once, columns: [${part}], isUnique: true }]`,
          `  seedData:\n    rows:\n${rows.join('')}`,
        );
        await writeFile(file, text);
        return place.engine.sync(place.tenant, file, { seeds: true, allow: 'all' });
      };
      await expect(sync(row(3, taken ?? '', 9))).rejects.toThrow(
        'other rows of t hold what the seed gives to its own in once, which is unique:\n  id 1, code ab',
      );
      // What gives it up is to come first.
      await expect(sync(row(3, 'ab', 9), row(1, 'c', 1))).rejects.toMatchObject({
        hint: expect.stringContaining('Rows are written in their order'),
      });
      expect(await place.query('SELECT id FROM t ORDER BY id')).toEqual([{ id: 1 }, { id: 2 }]);
      await sync(row(1, 'c', 1), row(3, 'ab', 9));
      expect(await place.query('SELECT * FROM t ORDER BY id')).toEqual([
        { id: 1, code: 'c', n: 1 },
        { id: 2, code: 'b', n: 2 },
        { id: 3, code: 'ab', n: 9 },
      ]);
    });

  test.runIf(url)('an engine that keeps no rows, or none over a restart, is said to lose them', async () => {
    await using place = await open('CREATE TABLE t (id int PRIMARY KEY)', '');
    for (const [engine, code] of [
      ['BLACKHOLE', 'empties-table'],
      ['MEMORY', 'forgets-rows'],
    ]) {
      await place.desire(`CREATE TABLE t (id int PRIMARY KEY) ENGINE=${engine};`);
      const planned = place.sync({ dryRun: true, online: 'never' });
      if (engine === 'BLACKHOLE' && scheme === 'mariadb') await expect(planned).rejects.toThrow(/engine/i);
      else
        expect((await planned).plan?.up[0]?.steps[0]?.hazards).toContainEqual(
          expect.objectContaining({ class: 'data-loss', code }),
        );
    }
  });

  test.runIf(url)(
    'a row with a zero keeps it where its column begins to count, and so does one of a seed',
    async () => {
      const counting = 'CREATE TABLE t (id int NOT NULL AUTO_INCREMENT, n int, PRIMARY KEY (id));';
      const rows = [
        { id: 0, n: 1 },
        { id: 7, n: 2 },
      ];
      await using place = await open(
        'CREATE TABLE t (id int PRIMARY KEY, n int); INSERT INTO t VALUES (0, 1), (7, 2)',
        counting,
      );
      await place.sync({ online: 'never' });
      expect(await place.query('SELECT * FROM t ORDER BY id')).toEqual(rows);
      const file = `${dirname(place.goal)}/u.yaml`;
      await writeFile(
        file,
        table(
          'u',
          'primaryKey: [id]\ncolumns: [{ name: id, type: int, attributes: { autoIncrement: true } }, { name: n, type: int }]',
          `  seedData:\n    rows:\n${[0, 1].map((n) => `      - columns: [{ column: id, value: { int: ${n} } }, { column: n, value: { int: 5 } }]\n`).join('')}`,
        ),
      );
      await place.engine.sync(place.tenant, file, { seeds: true, allow: 'all' });
      expect(await place.query('SELECT id FROM u ORDER BY id')).toEqual([{ id: 0 }, { id: 1 }]);
    },
  );
});
