import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaReader } from '@sync/drizzle';
import { Column, getTableColumns, is, sql, Table } from 'drizzle-orm';
import * as mysql from 'drizzle-orm/mysql-core';
import * as postgres from 'drizzle-orm/pg-core';
import * as sqlite from 'drizzle-orm/sqlite-core';
import { describe, expect, test } from 'vitest';
import { postgresKit } from './kit.js';
import { mysqlBuilderStories } from './mysql-builder-stories.js';
import { mysqlStories } from './mysql-stories.js';
import { postgresBuilderStories } from './postgres-builder-stories.js';
import { postgresStories } from './postgres-stories.js';
import { sqliteBuilderStories } from './sqlite-builder-stories.js';
import { sqliteStories } from './sqlite-stories.js';
import type { Declared, Story } from './story.js';

/** One of Drizzle's modules, and what of it no story declares, with the reason. */
interface Core {
  readonly name: string;
  readonly module: Readonly<Record<string, unknown>>;
  readonly stories: readonly Story[];
  readonly files: readonly string[];
  /** Classes of columns. */
  readonly columns: Readonly<Record<string, string>>;
  /** Functions that are exported, beside those that ask and change rows. */
  readonly functions: Readonly<Record<string, string>>;
  /** What is called on something that declares. */
  readonly methods: Readonly<Record<string, string>>;
}

const base = 'what others are made of';
const withSchema = 'what pgSchema calls';
const extension = 'of an extension that the server does not bring: below';

const cores: readonly Core[] = [
  {
    name: 'pg-core',
    module: postgres,
    stories: [...postgresStories, ...postgresBuilderStories],
    files: ['postgres-stories.ts', 'postgres-builder-stories.ts'],
    columns: {
      ExtraConfigColumn: 'a column as an index or a key sees it',
      PgGeometry: extension,
      PgGeometryObject: extension,
      PgHalfVector: extension,
      PgSparseVector: extension,
      PgVector: extension,
    },
    functions: {
      geometry: extension,
      halfvec: extension,
      sparsevec: extension,
      vector: extension,
      pgEnumObjectWithSchema: withSchema,
      pgEnumWithSchema: withSchema,
      pgMaterializedViewWithSchema: withSchema,
      pgSequenceWithSchema: withSchema,
      pgTableWithSchema: withSchema,
      pgViewWithSchema: withSchema,
      makePgArray: 'writes a value',
      parsePgArray: 'reads a value',
      parsePgNestedArray: 'reads a value',
    },
    methods: { link: 'of a policy beside its table: below' },
  },
  {
    name: 'mysql-core',
    module: mysql,
    stories: [...mysqlStories, ...mysqlBuilderStories],
    files: ['mysql-stories.ts', 'mysql-builder-stories.ts'],
    columns: { MySqlColumnWithAutoIncrement: base },
    functions: {
      mysqlDatabase: 'refused: below',
      mysqlSchema: 'refused: below',
      mysqlTableWithSchema: 'what mysqlSchema calls',
      mysqlViewWithSchema: 'what mysqlSchema calls',
      convertIndexToString: 'of hints to a query',
      toArray: 'of hints to a query',
    },
    methods: {},
  },
  {
    name: 'sqlite-core',
    module: sqlite,
    stories: [...sqliteStories, ...sqliteBuilderStories],
    files: ['sqlite-stories.ts', 'sqlite-builder-stories.ts'],
    columns: { SQLiteBaseInteger: base },
    functions: {},
    methods: {},
  },
];

/** Functions that ask for rows or change them, or tell what was declared. */
const forQueries =
  /^(?:alias|except(?:All)?|extractUsedTable|get(?:MaterializedView|Table|View)Config|intersect(?:All)?|is[A-Z]\w*|union(?:All)?|uniqueKeyName|withReplicas)$/;

/** Classes whose methods declare. */
const declaring =
  /(?:Builder|BuilderOn|BuilderCore|ColumnBuilderWithAutoIncrement|Policy|Role|Schema)$|^ExtraConfigColumn$/;
const asking = /Select|Insert|Update|Delete|Query|Refresh/;

/** Methods of such classes that Drizzle itself calls. */
const internal = /^(?:build\w*|constructor|getSQL(?:Type)?|map(?:From|To)DriverValue|should\w+|setName)$/;

const isClass = (value: unknown): value is { readonly name: string; readonly prototype: object } =>
  typeof value === 'function' && value.prototype !== undefined;

function columnClasses(stories: readonly Story[]): ReadonlySet<unknown> {
  const found = new Set<unknown>();
  const add = (column: Column) => {
    found.add(column.constructor);
    const { baseColumn } = column as { readonly baseColumn?: Column };
    if (baseColumn) add(baseColumn);
  };
  for (const declared of stories.flatMap(({ versions }) => versions.flatMap((each) => Object.values(each))))
    if (is(declared, Table)) for (const column of Object.values(getTableColumns(declared))) add(column);
  return found;
}

describe.each(cores)('$name', ({ module, stories, files, columns, functions, methods }) => {
  const source = files.map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')).join('\n');
  const called = new Set(Array.from(source.matchAll(/(?<!\.)\b(\w+)(?:<[^(]*>)?\(/g), ([, name]) => name));
  const calledOn = new Set(Array.from(source.matchAll(/\.([\w$]+)(?:<[^(]*>)?\(/g), ([, name]) => name));

  test('each class of columns is declared, and compared with what Drizzle Kit makes', () => {
    const seen = columnClasses(stories);
    const missing = Object.entries(module).filter(
      ([, value]) => isClass(value) && value.prototype instanceof Column && !seen.has(value),
    );
    expect(
      missing
        .map(([name]) => name)
        .filter((name) => !/^(?:Pg|MySql|SQLite)Column$/.test(name))
        .sort(),
    ).toEqual(Object.keys(columns).sort());
  });

  test('each function that declares is called', () => {
    const missing = Object.keys(module).filter((name) => /^[a-z]/.test(name) && !called.has(name));
    expect(missing.filter((name) => !forQueries.test(name)).sort()).toEqual(Object.keys(functions).sort());
  });

  test('each method of what declares is called', () => {
    const classes = Object.entries(module).filter(([name]) => declaring.test(name) && !asking.test(name));
    const names = classes.flatMap(([, value]) => (isClass(value) ? methodsOf(value.prototype) : []));
    const missing = [...new Set(names)].filter((name) => !calledOn.has(name) && !internal.test(name));
    expect(missing.sort()).toEqual(Object.keys(methods).sort());
  });
});

function methodsOf(prototype: object): readonly string[] {
  const above: unknown = Object.getPrototypeOf(prototype);
  const own = Object.getOwnPropertyNames(prototype);
  return above === null || above === Object.prototype ? own : [...own, ...methodsOf(above as object)];
}

async function said(declared: Declared, driver: string): Promise<string> {
  const { texts } = await schemaReader({ app: declared }).read('app', '/', { name: driver } as never);
  return texts.map(({ sql }) => sql).join('\n');
}

test('types of extensions are written as Drizzle Kit writes them', async () => {
  const declared = {
    t: postgres.pgTable(
      't',
      {
        a: postgres.vector({ dimensions: 3 }).default([1, 2, 3]),
        b: postgres.halfvec({ dimensions: 4 }),
        c: postgres.sparsevec({ dimensions: 5 }).default('{1:1}/5'),
        d: postgres.geometry({ type: 'point', mode: 'xy', srid: 4326 }),
        e: postgres.geometry({ type: 'point', mode: 'tuple' }),
      },
      (t) => [postgres.index('near').using('hnsw', t.a.op('vector_l2_ops')).with({ m: 16 })],
    ),
  };
  const [table = ''] = await postgresKit.statements(undefined, declared, undefined);
  const typesIn = (text: string) =>
    Array.from(text.matchAll(/^\s*"([a-e])" ([^\s,]+)/gm), ([, name, type]) => [name, type]);
  const ours = await said(declared, 'postgres');
  expect(typesIn(ours)).toEqual(typesIn(table));
  expect(typesIn(ours)).toHaveLength(5);
  expect(ours).toContain(`DEFAULT '[1,2,3]'`);
  expect(ours).toContain('USING hnsw ("a" vector_l2_ops) WITH (m = 16)');
});

test('a policy that is linked to a table is one of the table', async () => {
  const t = postgres.pgTable('t', { id: postgres.integer() });
  const p = postgres.pgPolicy('p', { for: 'select' }).link(t);
  expect(await said({ t, p }, 'postgres')).toContain('CREATE POLICY "p" ON "t" FOR SELECT TO public;');
});

test.each([
  ['a table', { t: mysql.mysqlSchema('other').table('t', { id: mysql.int() }) }],
  [
    'a view',
    {
      v: mysql.mysqlDatabase('other').view('v', { id: mysql.int() }).as(sql`select 1 as id`),
    },
  ],
])('%s of another database of MySQL is refused by name', async (_what, declared) => {
  await expect(said(declared, 'mysql')).rejects.toMatchObject({
    code: 'SOURCE_INVALID',
    message: expect.stringContaining('is declared in the database other by name') as string,
  });
});
