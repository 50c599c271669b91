import { sql } from 'drizzle-orm';
import {
  bigint,
  binary,
  boolean,
  char,
  check,
  customType,
  date,
  datetime,
  decimal,
  double,
  float,
  foreignKey,
  index,
  int,
  json,
  longtext,
  mediumint,
  mediumtext,
  mysqlEnum,
  mysqlTable,
  mysqlTableCreator,
  mysqlView,
  primaryKey,
  real,
  serial,
  smallint,
  text,
  time,
  timestamp,
  tinyint,
  tinytext,
  unique,
  uniqueIndex,
  varbinary,
  varchar,
  year,
} from 'drizzle-orm/mysql-core';
import type { Story } from './story.js';

const one = ['INSERT INTO t (id) VALUES (1)'];
const id = { id: int().primaryKey() };
const t = mysqlTable('t', id);
const upper = customType<{ data: string; config: { readonly length: number } }>({
  dataType: (config) => `varchar(${config?.length ?? 1})`,
  toDriver: (value) => value.toUpperCase(),
});
const prefixed = mysqlTableCreator((name) => `shop_${name}`);
const moment = new Date('2020-01-02T03:04:05Z');

/** Columns in each of their modes. */
const columns = {
  ...id,
  a: bigint({ mode: 'bigint' }),
  b: bigint({ mode: 'bigint', unsigned: true }),
  c: decimal({ mode: 'number', precision: 6, scale: 2 }).default(1.5),
  d: decimal({ mode: 'bigint', precision: 30 }),
  e: decimal({ unsigned: true, precision: 5 }).default('7'),
  f: double({ precision: 8, scale: 3, unsigned: true }),
  g: float({ unsigned: true }).default(0.5),
  h: float({ precision: 7, scale: 2 }),
  i: int({ unsigned: true }).default(3),
  j: mediumint({ unsigned: true }),
  k: smallint().default(-1),
  l: tinyint({ unsigned: true }).notNull().default(200),
  m: real({ precision: 6, scale: 1 }),
  n: boolean().default(false),
  o: year().default(2020),
  p: char().default('c'),
  q: char({ length: 3, enum: ['one', 'two'] }).default('one'),
  r: varchar({ length: 3, enum: ['one', 'two'] }).default('two'),
  s: text({ enum: ['one', 'two'] }),
  t: tinytext(),
  u: mediumtext(),
  v: longtext(),
  w: binary(),
  x: binary({ length: 16 }),
  y: varbinary({ length: 16 }),
  z: json(),
  aa: mysqlEnum({ Calm: 'calm', Wild: 'wild' }).default('calm'),
  ab: mysqlEnum('named', ['x', 'y']),
  ac: upper({ length: 7 }).default('loud'),
  ad: varchar({ length: 9 })
    .$default(() => 'never told')
    .$type<'a'>(),
  ae: varchar({ length: 9 })
    .$defaultFn(() => 'the same')
    .$onUpdateFn(() => 'the same')
    .$onUpdate(() => 'too'),
  af: date({ mode: 'string' }).default('2020-01-02'),
  ag: date({ mode: 'date' }).default(moment),
  ah: datetime({ mode: 'string', fsp: 6 }).default('2020-01-02 03:04:05.123456'),
  ai: datetime({ mode: 'date' }).default(moment),
  aj: timestamp({ mode: 'string' }).default('2020-01-02 03:04:05'),
  ak: time({ fsp: 2 }).default('03:04:05.25'),
};

/** Of what each server fills in by itself no row tells anything. */
const filled = mysqlTable('filled', { ...id, a: timestamp({ mode: 'date' }).defaultNow().onUpdateNow() });

/** Each builder of `drizzle-orm/mysql-core` in each of its modes, so far as no other story has it. */
export const mysqlBuilderStories: readonly Story[] = [
  { name: 'every mode of columns', rows: one, versions: [{ t }, { t: mysqlTable('t', columns), filled }] },
  {
    name: 'a column that comes as the key and counts',
    rows: ['INSERT INTO t (a) VALUES (1)'],
    wrong: { '0>1': 'the key is added before the column is there' },
    versions: [{ t: mysqlTable('t', { a: int() }) }, { t: mysqlTable('t', { a: int(), n: serial().primaryKey() }) }],
  },
  {
    name: 'every option of keys',
    rows: ['INSERT INTO p (a, b) VALUES (1, 2)', 'INSERT INTO c (x, y) VALUES (1, 2)'],
    versions: (() => {
      const p = mysqlTable('p', { a: int().notNull(), b: int().notNull() }, (table) => [
        primaryKey({ name: 'p_key', columns: [table.a, table.b] }),
        unique('p_once').on(table.b, table.a),
      ]);
      const keyed = (verb: 'restrict' | 'cascade') =>
        mysqlTable('c', { x: int(), y: int(), z: int() }, (table) => [
          foreignKey({ columns: [table.x, table.y], foreignColumns: [p.a, p.b], name: 'c_key' })
            .onUpdate(verb)
            .onDelete('set null'),
          check('c_check', sql`(${table.z} < 100)`),
        ]);
      return [
        { p, c: keyed('restrict') },
        { p, c: keyed('cascade') },
      ];
    })(),
  },
  {
    name: 'every option of indexes',
    rows: one,
    versions: (() => {
      const columns = { ...id, a: varchar({ length: 20 }), b: int() };
      return [
        { t: mysqlTable('t', columns) },
        {
          t: mysqlTable('t', columns, (table) => [
            index('by_tree').on(table.a).using('btree'),
            index('in_place').on(table.b).algorithm('inplace').lock('none'),
            uniqueIndex('once').on(table.a, table.b).using('hash'),
          ]),
        },
      ];
    })(),
  },
  {
    name: 'every option of views, and names with a prefix',
    rows: one,
    versions: [
      { t },
      {
        t,
        a: mysqlView('a')
          .algorithm('undefined')
          .sqlSecurity('definer')
          .as((qb) => qb.select().from(t)),
        b: mysqlView('b')
          .algorithm('temptable')
          .as((qb) => qb.select().from(t)),
        c: mysqlView('c')
          .withCheckOption('local')
          .as((qb) => qb.select().from(t).where(sql`${t.id} > 0`)),
        d: mysqlView('elsewhere', { id: int() }).existing(),
        made: prefixed('orders', id),
      },
    ],
  },
  {
    name: 'a default of a number of any length',
    rows: one,
    wrong: { '0>1': 'its snapshots cannot hold the number', '1>0': 'its snapshots cannot hold the number' },
    versions: [{ t }, { t: mysqlTable('t', { ...id, a: bigint({ mode: 'bigint' }).default(9_007_199_254_740_993n) }) }],
  },
];

/** MariaDB keeps the method that an index was declared with, and Drizzle Kit writes none. */
export const mariadbBuilderStories: readonly Story[] = mysqlBuilderStories.map((story) =>
  story.name === 'every option of indexes' ? { ...story, wrong: { '0>1': 'the method is left out' } } : story,
);
