import { describe, expect, test } from 'vitest';
import { openPlace } from './place.js';
import { family } from './servers.js';

interface Case {
  readonly before: string;
  readonly rows: string;
  readonly goal: string;
  /** What is said of them: `message (first rows)`. */
  readonly found: readonly string[];
}

const t = (columns: string, rest = '') => `CREATE TABLE t (id int PRIMARY KEY, ${columns})${rest};`;

const cases: Readonly<Record<string, Case>> = {
  'nothing stands in the way of what holds': {
    before: t('a int, b text'),
    rows: "INSERT INTO t VALUES (1, 1, '1'), (2, 2, '2')",
    goal: t('a smallint NOT NULL UNIQUE, b varchar(1), CONSTRAINT c CHECK (a > 0), d int DEFAULT 1, e int DEFAULT 7'),
    found: [],
  },
  'NOT NULL': {
    before: t('a int'),
    rows: 'INSERT INTO t VALUES (1, NULL), (2, 5), (3, NULL)',
    goal: t('a int NOT NULL, b int NOT NULL'),
    found: ['table "t", column "a": 2 rows have no value (id 1; id 3)'],
  },
  'a new column of which no row that is there has a value': {
    before: t('a int'),
    rows: 'INSERT INTO t VALUES (1, NULL), (2, 5)',
    goal: t('a int, p point NOT NULL'),
    found: ['table "t", column "p": 2 rows have no value for it (id 1; id 2)'],
  },
  'UNIQUE over a column that is renamed, in a table that is renamed': {
    before: t('mail varchar(20)'),
    rows: "INSERT INTO t VALUES (1, 'a'), (2, 'A'), (3, NULL), (4, NULL)",
    goal: '-- @renamed from=t\nCREATE TABLE people (id int PRIMARY KEY,\n-- @renamed from=mail\nemail varchar(20), UNIQUE KEY by_mail (email));',
    found: ['table "t", column "email": 2 rows share their values with others (id 1; id 2)'],
  },
  'a key over a prefix, and one over values that become alike by another collation': {
    before: t('a varchar(20), b varchar(20) COLLATE utf8mb4_bin, UNIQUE KEY u (b)'),
    rows: "INSERT INTO t VALUES (1, 'abcd', 'x'), (2, 'abce', 'X'), (3, 'b', 'y')",
    goal: t('a varchar(20), b varchar(20), UNIQUE KEY u (b), UNIQUE KEY p (a(3))'),
    found: [
      'table "t", column "a": 2 rows share their values with others (id 1; id 2)',
      'table "t", column "b": 2 rows share their values with others (id 1; id 2)',
    ],
  },
  'a primary key of a table that has none': {
    before: 'CREATE TABLE t (a int, b int);',
    rows: 'INSERT INTO t VALUES (1, 1), (1, 1), (NULL, 2)',
    goal: 'CREATE TABLE t (a int, b int, PRIMARY KEY (a, b));',
    found: [
      'table "t", column "a": 1 row has no value (a NULL, b 2)',
      'table "t", columns "a", "b": 2 rows share their values with others (a 1, b 1; a 1, b 1)',
    ],
  },
  'a CHECK that speaks of a new column and of one that is retyped': {
    before: t('a varchar(9)'),
    rows: "INSERT INTO t VALUES (1, '5'), (2, '-5')",
    goal: t('a int, b int DEFAULT 1, CONSTRAINT c CHECK (a + b > 0)'),
    found: ['table "t": 1 row does not satisfy CHECK (*) (id 2)'],
  },
  'foreign keys to a table that is renamed, to a new one, and of a new column': {
    before: `CREATE TABLE p (x int, y int, PRIMARY KEY (x, y)); ${t('a int, b int, c int')}`,
    rows: 'INSERT INTO p VALUES (1, 1); INSERT INTO t VALUES (1, 1, 1, NULL), (2, 1, 2, NULL), (3, NULL, 1, 7)',
    goal: `-- @renamed from=p
CREATE TABLE parents (x int, y int, PRIMARY KEY (x, y)); CREATE TABLE fresh (id int PRIMARY KEY);
${t('a int, b int, c int, d int NOT NULL, CONSTRAINT f FOREIGN KEY (a, b) REFERENCES parents (x, y), CONSTRAINT g FOREIGN KEY (c) REFERENCES fresh (id), CONSTRAINT h FOREIGN KEY (d) REFERENCES t (id)')}`,
    found: [
      'table "t", columns "a", "b": 1 row refers to no row of "parents" (id 2)',
      'table "t", column "c": 1 row refers to no row of "fresh" (id 3)',
      'table "t", column "d": 3 rows refer to no row of "t" (id 1; id 2; id 3)',
    ],
  },
  partitions: {
    before: 'CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE l (id int PRIMARY KEY);',
    rows: 'INSERT INTO t VALUES (1), (10), (11); INSERT INTO l VALUES (1), (2), (3)',
    goal: `CREATE TABLE t (id int PRIMARY KEY) PARTITION BY RANGE (id) (PARTITION a VALUES LESS THAN (5), PARTITION b VALUES LESS THAN (11));
CREATE TABLE l (id int PRIMARY KEY) PARTITION BY LIST (id) (PARTITION a VALUES IN (1, 3), PARTITION b VALUES IN (7));`,
    found: ['table "l": 1 row fits into no partition (id 2)', 'table "t": 1 row fits into no partition (id 11)'],
  },
};

/** What becomes of values in another type: those that the server refuses, and those that it takes. */
type Conversion = readonly [from: string, to: string, refused: readonly string[], taken: readonly string[]];

/** MySQL takes no bytes for JSON. */
const conversionsOfMysql: readonly Conversion[] = [['varbinary(9)', 'json', ["x'7b7d'", "''"], ['NULL']]];

const conversions: readonly Conversion[] = [
  ['varchar(40)', 'int', ["''", "'abc'", "'5x'", "'99999999999'", "'-'"], ["'5'", "' -5 '", 'NULL']],
  ['varchar(40)', 'decimal(5,2)', ["'999.995'", "'x'", "''"], ["'1.234'", "'1e2'"]],
  ['varchar(40)', 'double', ["'x'", "''"], ["'1.5'", "'.5'"]],
  ['varchar(40)', 'date', ["'2020-02-30'", "'abc'", "''", "'2020-01-01x'"], ["'2020-1-1'", "'20200101'"]],
  ['varchar(40)', 'datetime', ["'2020-01-01 25:00:00'", "'abc'"], ["'2020-01-01'", "'2020-01-01T10:00:00'"]],
  ['varchar(40)', "enum('a','b')", ["'c'", "''", "'3'"], ["'a'", "'A'", "'2'", "'a '"]],
  ['varchar(40)', "set('a','b')", ["'c'", "'a,c'", "'4'"], ["''", "'b,a'", "'3'"]],
  ['varchar(40)', 'json', ["'x'", "''"], ["'{}'"]],
  ['varchar(40)', 'char(3)', ["'abcd'"], ["'abc  '"]],
  ['varchar(40)', 'varchar(3)', ["'abcd'", "'abc '"], ["'abc'"]],
  ['text', 'tinytext', ["REPEAT('x', 256)"], ["REPEAT('x', 255)"]],
  ['varbinary(9)', 'binary(3)', ["x'61626300'"], ["x'61'"]],
  ['bigint', 'int', ['3000000000'], ['-5']],
  ['bigint', 'int unsigned', ['-1'], ['3000000000']],
  ['bigint', 'varchar(3)', ['1234', '-123'], ['123']],
  ['bigint', 'decimal(3,1)', ['100'], ['99']],
  ['bigint', "enum('a','b')", ['3'], ['1']],
  ['bigint', 'bit(3)', ['8'], ['7']],
  ['decimal(10,3)', 'decimal(4,1)', ['999.95'], ['999.94']],
  ['decimal(10,3)', 'tinyint', ['127.5'], ['127.4', '-128.4']],
  ['decimal(10,3)', 'decimal(10,3) unsigned', ['-0.001'], ['0']],
  ['double', 'int', ['1e10'], ['1.5']],
  ['double', 'float', ['1e39'], ['-1.5']],
  ['bit(9)', 'tinyint', ["b'100101100'"], ["b'101'"]],
  [
    'datetime',
    'timestamp',
    ["'1970-01-01 00:00:00'", "'2107-01-01'"],
    ["'1970-01-01 00:00:01'", "'2038-01-19 03:14:07'"],
  ],
  ['datetime', 'varchar(10)', ["'2020-01-01 10:00:00'"], ['NULL']],
  ["enum('a','b','')", "enum('a')", ["'b'", "''"], ["'a'"]],
  ["set('a','b','c')", "set('b','a')", ["'a,c'"], ["''", "'a,b'"]],
  ['varchar(9)', 'varchar(9) CHARACTER SET latin1', ["'😀'", "'Ж'"], ["'é'"]],
  ['varchar(9)', 'text CHARACTER SET utf8mb3', ["'😀'"], ["'é'"]],
  ['varbinary(9)', 'varchar(9) CHARACTER SET utf8mb4', ["x'ff'"], ["x'61'"]],
  ['json', 'varchar(3)', [`'{"a": 1}'`], ["'{}'"]],
];

describe.each(family)('the rows of $name are asked before anything runs', ({ name, scheme, driver, url }) => {
  if (url === '') {
    test.skip(`absent: ${name}`, () => {});
    return;
  }
  async function play(before: string, rows: string, goal: string) {
    const place = await openPlace({ url, scheme, driver, start: `${before}\n${rows}`, goal });
    return {
      ...place,
      dryRun: () => place.sync({ checkData: true, dryRun: true, prove: false, online: 'never' }),
    };
  }

  test.each(Object.entries(cases))('%s', async (_, { before, rows, goal, found }) => {
    await using played = await play(before, rows, goal);
    const { data } = await played.dryRun();
    expect(data).toMatchObject({ unasked: [] });
    expect(told(data?.inTheWay)).toEqual([...found].sort());
    for (const { rows: count, query } of data?.inTheWay ?? []) {
      expect(await played.query(query)).toHaveLength(count ?? 0);
    }
    const run = played.engine.sync(played.tenant, played.goal, { allow: 'all', checkData: found.length > 0 });
    if (found.length > 0) await expect(run).rejects.toMatchObject({ code: 'CHECK_FAILED' });
    else expect((await run).report?.outcome).toBe('done');
  });

  test('values are known that the server refuses to convert', async () => {
    const all = [...conversions, ...(scheme === 'mysql' ? conversionsOfMysql : [])];
    const tables = all.map(([from, to, refused, taken], n) => ({
      name: `t${n}`,
      from,
      to,
      refused,
      rows: [...refused, ...taken].map((value, i) => `(${i + 1}, ${value})`).join(', '),
    }));
    const schema = (side: 'from' | 'to') =>
      tables.map((each) => `CREATE TABLE ${each.name} (id int PRIMARY KEY, v ${each[side]});`).join('\n');
    const rows = tables.map((each) => `INSERT INTO ${each.name} VALUES ${each.rows};`).join('\n');
    await using played = await play(schema('from'), rows, schema('to'));
    const { data } = await played.dryRun();
    expect(data).toMatchObject({ unasked: [] });
    const found = new Map(data?.inTheWay.map(({ table, first }) => [table, first]));
    for (const { name: table, from, to, refused } of tables) {
      const expected = refused.map((_, i) => `id ${i + 1}`);
      expect({ from, to, found: found.get(table) }).toEqual({ from, to, found: expected });
      for (const row of expected) {
        const alone = `CREATE TABLE u AS SELECT * FROM ${table} WHERE ${row.replace(' ', ' = ')};`;
        await expect(played.query(`${alone} ALTER TABLE u MODIFY v ${to};`)).rejects.toThrow();
        await played.query('DROP TABLE u');
      }
      await played.query(`DELETE FROM ${table} WHERE id <= ${refused.length}`);
    }
    const { report } = await played.engine.sync(played.tenant, played.goal, { allow: 'all', checkData: true });
    expect(report?.outcome).toBe('done');
  });

  test('the step is told that fails on them', async () => {
    const foreign = 'CONSTRAINT f FOREIGN KEY (b) REFERENCES t (id)';
    await using played = await play(
      t('a int, b int, KEY b (b)'),
      'INSERT INTO t VALUES (1, NULL, 7)',
      t(`a int NOT NULL, b int, KEY b (b), ${foreign}`),
    );
    const { data, plan } = await played.dryRun();
    const steps = plan?.up.flatMap((batch) => batch.steps).filter(({ summary }) => summary.includes('table t'));
    expect(data?.inTheWay.map(({ step, summary }) => [step, summary])).toEqual(
      steps?.map(({ number, summary }) => [number, summary]),
    );
  });

  test('what to do is said of rows that cannot be mended, and of each kind of them once', async () => {
    await using played = await play(
      t('a int'),
      'INSERT INTO t VALUES (1, NULL), (2, 5)',
      t('a int NOT NULL, p point NOT NULL, q point NOT NULL'),
    );
    const run = played.engine.sync(played.tenant, played.goal, { allow: 'all', checkData: true });
    const hint = await run.then(
      () => 'done',
      (error) => error.hint as string,
    );
    expect(hint.match(/[^.;\n]+; they are shown by/g)).toEqual([
      ' Mend these rows first; they are shown by',
      'Add column p with a default, fill it and take the default away, or empty the table; they are shown by',
      'Add column q with a default, fill it and take the default away, or empty the table; they are shown by',
    ]);
    await expect(
      played.engine.sync(played.tenant, played.goal, { allow: 'all', online: 'never' }),
    ).rejects.toMatchObject({ hint: expect.stringContaining('Add column p with a default') });
  });

  test('the error of a run says which rows stopped it', async () => {
    await using played = await play(
      t('a int, b int'),
      'INSERT INTO t VALUES (1, NULL, 1), (2, 1, 1)',
      t('a int NOT NULL, b int'),
    );
    await expect(played.engine.sync(played.tenant, played.goal, { allow: 'all' })).rejects.toMatchObject({
      code: 'CHECK_FAILED',
      message: expect.stringContaining('table "t", column "a": 1 row has no value (id 1)'),
    });
  });

  test('values that are alike are told of a copy of what others refer to, too', async () => {
    const child = 'CREATE TABLE c (id int PRIMARY KEY, t int, FOREIGN KEY (t) REFERENCES t (id));';
    await using played = await play(
      `${t('a int, b int')}${child}`,
      'INSERT INTO t VALUES (1, 7, 1), (2, 7, 1)',
      `${t('a int, b bigint, UNIQUE KEY once (a)')}${child}`,
    );
    await expect(played.engine.sync(played.tenant, played.goal, { allow: 'all' })).rejects.toMatchObject({
      code: 'CHECK_FAILED',
      message: expect.stringContaining('2 rows share their values with others (id 1; id 2)'),
    });
  });
});

/** A check reads differently on each server. */
function told(found: readonly { message: string; first: readonly string[] }[] = []): readonly string[] {
  return found
    .map(({ message, first }) => `${message.replace(/CHECK \(.*\)/, 'CHECK (*)')} (${first.join('; ')})`)
    .sort();
}
