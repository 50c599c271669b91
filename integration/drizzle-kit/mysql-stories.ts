import { sql } from 'drizzle-orm';
import {
  bigint,
  binary,
  boolean,
  char,
  check,
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
  mysqlEnum,
  mysqlTable,
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

const oneT = ['INSERT INTO t (id) VALUES (1)'];
const t = mysqlTable('t', { id: int().primaryKey() });
const two = { id: int().primaryKey(), a: varchar({ length: 20 }) };

export const mysqlStories: readonly Story[] = [
  {
    name: 'columns come and go',
    rows: oneT,
    versions: [{ t }, { t: mysqlTable('t', two) }, { t: mysqlTable('t', { ...two, b: int(), c: date() }) }],
  },
  {
    name: 'tables come and go',
    rows: oneT,
    versions: [{ t }, { t, u: mysqlTable('u', { id: serial().primaryKey(), name: text().notNull() }) }],
  },
  {
    name: 'numbers',
    rows: oneT,
    versions: [
      { t },
      {
        t: mysqlTable('t', {
          id: int().primaryKey(),
          a: tinyint().default(1),
          b: smallint({ unsigned: true }),
          c: mediumint().default(-3),
          d: bigint({ mode: 'number', unsigned: true }).default(4),
          e: decimal({ precision: 10, scale: 2 }).default('1.50'),
          f: double().default(1.5),
          g: float(),
          h: real(),
          i: boolean().default(true).notNull(),
          j: year(),
        }),
      },
      {
        t: mysqlTable('t', {
          id: int().primaryKey(),
          a: tinyint().default(2),
          b: smallint({ unsigned: true }),
          c: mediumint(),
          d: bigint({ mode: 'number', unsigned: true }).default(4),
          e: decimal({ precision: 12, scale: 2 }).default('2.50'),
          f: double(),
          g: float().default(0.5),
          h: real(),
          i: boolean().default(false).notNull(),
          j: year(),
        }),
      },
    ],
  },
  {
    name: 'texts and bytes',
    rows: oneT,
    versions: [
      { t },
      {
        t: mysqlTable('t', {
          id: int().primaryKey(),
          a: varchar({ length: 10 }).default("it's"),
          b: char({ length: 3 }).default('abc').notNull(),
          c: text().default('long'),
          d: longtext(),
          e: tinytext(),
          f: binary({ length: 4 }),
          g: varbinary({ length: 8 }),
          h: json().default({ a: 1 }),
        }),
      },
      {
        t: mysqlTable('t', {
          id: int().primaryKey(),
          a: varchar({ length: 40 }).default("it's"),
          b: char({ length: 3 }).default('xyz').notNull(),
          c: text(),
          d: longtext(),
          e: tinytext(),
          f: binary({ length: 4 }),
          g: varbinary({ length: 8 }),
          h: json(),
        }),
      },
    ],
  },
  {
    name: 'moments',
    rows: oneT,
    versions: [
      { t },
      {
        t: mysqlTable('t', {
          id: int().primaryKey(),
          a: date().default(new Date('2020-01-02T00:00:00Z')),
          b: datetime({ fsp: 3 }).default(new Date('2020-01-02T03:04:05.678Z')),
          c: timestamp().default(new Date('2020-01-02T03:04:05Z')).notNull(),
          d: time(),
          e: datetime().default(sql`'2021-01-01 00:00:00'`),
        }),
      },
    ],
  },
  {
    name: 'moments of now',
    rows: [`INSERT INTO t (id, a) VALUES (1, '2020-01-02 03:04:05')`],
    versions: [
      { t: mysqlTable('t', { id: int().primaryKey(), a: timestamp() }) },
      { t: mysqlTable('t', { id: int().primaryKey(), a: timestamp().defaultNow().onUpdateNow() }) },
      { t: mysqlTable('t', { id: int().primaryKey(), a: timestamp().defaultNow() }) },
    ],
  },
  {
    name: 'enums',
    rows: oneT,
    versions: [
      { t },
      { t: mysqlTable('t', { id: int().primaryKey(), a: mysqlEnum(['x', 'y']).default('x').notNull() }) },
      { t: mysqlTable('t', { id: int().primaryKey(), a: mysqlEnum(['x', 'y', 'z']).default('x').notNull() }) },
    ],
  },
  {
    name: 'nullability and defaults',
    rows: [`INSERT INTO t (id, a) VALUES (1, 'x')`],
    versions: [
      { t: mysqlTable('t', two) },
      { t: mysqlTable('t', { ...two, a: varchar({ length: 20 }).notNull() }) },
      { t: mysqlTable('t', { ...two, a: varchar({ length: 20 }).notNull().default('none') }) },
    ],
  },
  {
    name: 'counters',
    rows: ['INSERT INTO t (a) VALUES (1)'],
    versions: [
      { t: mysqlTable('t', { id: int().autoincrement().primaryKey(), a: int() }) },
      { t: mysqlTable('t', { id: bigint({ mode: 'number' }).autoincrement().primaryKey(), a: int() }) },
    ],
  },
  {
    name: 'composite keys in their declared order',
    rows: ['INSERT INTO t (a, b) VALUES (1, 2)'],
    versions: [
      { t: mysqlTable('t', { a: int().notNull(), b: int().notNull() }) },
      { t: mysqlTable('t', { a: int().notNull(), b: int().notNull() }, (t) => [primaryKey({ columns: [t.b, t.a] })]) },
    ],
  },
  {
    name: 'uniques and indexes',
    rows: [`INSERT INTO t (id, a) VALUES (1, 'x')`],
    versions: [
      { t: mysqlTable('t', two) },
      { t: mysqlTable('t', { ...two, a: varchar({ length: 20 }).unique() }) },
      {
        t: mysqlTable('t', { ...two, a: varchar({ length: 20 }).unique() }, (t) => [
          unique('both').on(t.a, t.id),
          index('plain').on(t.a),
          uniqueIndex('once').on(t.id, t.a),
        ]),
      },
      {
        t: mysqlTable('t', { ...two, a: varchar({ length: 20 }).unique() }, (t) => [
          index('low').on(sql`(lower(${t.a}))`),
        ]),
      },
    ],
  },
  {
    name: 'checks',
    rows: oneT,
    versions: [{ t }, { t: mysqlTable('t', { id: int().primaryKey() }, (t) => [check('positive', sql`${t.id} > 0`)]) }],
  },
  {
    name: 'foreign keys with what happens to rows',
    wrong: { '1>0': 'the index stays that the server made for the key' },
    rows: ['INSERT INTO t (id) VALUES (1)', 'INSERT INTO u (id, ref) VALUES (1, 1)'],
    versions: [
      { t, u: mysqlTable('u', { id: int().primaryKey(), ref: int() }) },
      {
        t,
        u: mysqlTable('u', {
          id: int().primaryKey(),
          ref: int().references(() => t.id, { onDelete: 'cascade', onUpdate: 'set null' }),
        }),
      },
    ],
  },
  {
    name: 'composite foreign keys',
    wrong: { '1>0': 'the index stays that the server made for the key' },
    rows: ['INSERT INTO p (a, b) VALUES (1, 2)', 'INSERT INTO c (x, y) VALUES (1, 2)'],
    versions: (() => {
      const p = mysqlTable('p', { a: int().notNull(), b: int().notNull() }, (t) => [
        primaryKey({ columns: [t.a, t.b] }),
      ]);
      return [
        { p, c: mysqlTable('c', { x: int(), y: int() }) },
        {
          p,
          c: mysqlTable('c', { x: int(), y: int() }, (t) => [
            foreignKey({ columns: [t.x, t.y], foreignColumns: [p.a, p.b] }).onDelete('cascade'),
          ]),
        },
      ];
    })(),
  },
  {
    name: 'generated columns',
    rows: oneT,
    versions: [
      { t },
      {
        t: mysqlTable('t', {
          id: int().primaryKey(),
          a: int().generatedAlwaysAs(sql`id + 1`),
          b: int().generatedAlwaysAs(sql`id * 2`, { mode: 'stored' }),
        }),
      },
    ],
  },
  {
    name: 'views',
    rows: oneT,
    versions: [
      { t },
      { t, v: mysqlView('v').as((qb) => qb.select().from(t)) },
      {
        t,
        v: mysqlView('v').as((qb) => qb.select().from(t)),
        w: mysqlView('w', { id: int() })
          .algorithm('merge')
          .sqlSecurity('invoker')
          .withCheckOption('cascaded')
          .as(sql`select id from t where id > 0`),
      },
    ],
  },
  {
    name: 'names in snake case',
    casing: 'snake_case',
    rows: oneT,
    versions: [
      { t },
      {
        t: mysqlTable('t', { id: int().primaryKey(), firstName: varchar({ length: 9 }) }, (t) => [
          index('by').on(t.firstName),
        ]),
      },
    ],
  },
  {
    name: 'a label with a comma and a bracket',
    rows: oneT,
    wrong: { '0>1': 'the label is taken apart' },
    versions: [{ t }, { t: mysqlTable('t', { id: int().primaryKey(), a: mysqlEnum(['a (b), c', 'd']) }) }],
  },
  {
    name: 'a moment of now with parts of a second',
    rows: [`INSERT INTO t (id, a) VALUES (1, '2020-01-02 03:04:05')`],
    wrong: { '0>1': 'what happens on update has no parts of a second' },
    versions: [
      { t: mysqlTable('t', { id: int().primaryKey(), a: timestamp({ fsp: 3 }) }) },
      {
        t: mysqlTable('t', {
          id: int().primaryKey(),
          a: timestamp({ fsp: 3 }).default(sql`CURRENT_TIMESTAMP(3)`).onUpdateNow(),
        }),
      },
    ],
  },
  {
    name: 'a backslash in a default',
    rows: oneT,
    wrong: { '0>1': 'the backslash is taken for the beginning of another character' },
    versions: [
      { t },
      { t: mysqlTable('t', { id: int().primaryKey(), a: varchar({ length: 20 }).default('C:\\temp') }) },
    ],
  },
  {
    name: 'a default of a short text',
    rows: oneT,
    wrong: { '0>1': 'the server takes such a default as an expression alone' },
    versions: [{ t }, { t: mysqlTable('t', { id: int().primaryKey(), a: tinytext().default('x') }) }],
  },
];

/** What becomes of a story on MariaDB: where Drizzle Kit is wrong there, or right; the versions that there can be. */
const onMariadb: Readonly<Record<string, (story: Story) => Story>> = {
  'tables come and go': (story) => ({
    ...story,
    wrong: { '0>1': 'the server takes no word beside the type that counts' },
  }),
  // The last has an index on an expression.
  'uniques and indexes': (story) => ({ ...story, versions: story.versions.slice(0, -1) }),
  'a moment of now with parts of a second': (story) => ({ ...story, wrong: {} }),
  'a default of a short text': (story) => ({ ...story, wrong: {} }),
};

export const mariadbStories: readonly Story[] = mysqlStories.map((story) => onMariadb[story.name]?.(story) ?? story);
