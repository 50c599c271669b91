import { sql } from 'drizzle-orm';
import {
  blob,
  check,
  foreignKey,
  index,
  integer,
  numeric,
  primaryKey,
  real,
  sqliteTable,
  sqliteView,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { Story } from './story.js';

const oneT = ['INSERT INTO t (id) VALUES (1)'];
const t = sqliteTable('t', { id: integer().primaryKey() });
const two = { id: integer().primaryKey(), a: text() };
const withA = [`INSERT INTO t (id, a) VALUES (1, 'x')`];

export const sqliteStories: readonly Story[] = [
  {
    name: 'columns come and go',
    rows: oneT,
    versions: [{ t }, { t: sqliteTable('t', two) }, { t: sqliteTable('t', { ...two, b: integer(), c: real() }) }],
  },
  {
    name: 'tables come and go',
    rows: oneT,
    versions: [
      { t },
      { t, u: sqliteTable('u', { id: integer().primaryKey({ autoIncrement: true }), a: text().notNull() }) },
    ],
  },
  {
    name: 'types and defaults',
    rows: oneT,
    versions: [
      { t },
      {
        t: sqliteTable('t', {
          id: integer().primaryKey(),
          a: text().default("it's"),
          b: text({ length: 20 }),
          c: integer({ mode: 'boolean' }).default(true),
          d: real().default(1.5),
          e: numeric().default('2.50'),
          f: blob(),
          g: text({ mode: 'json' }).default({ a: [1] }),
          h: integer({ mode: 'number' }).default(7).notNull(),
          i: text().default(sql`'x'`),
          j: text({ enum: ['p', 'q'] }).default('p'),
        }),
      },
    ],
  },
  {
    name: 'nullability and defaults',
    rows: withA,
    versions: [
      { t: sqliteTable('t', two) },
      { t: sqliteTable('t', { ...two, a: text().notNull() }) },
      { t: sqliteTable('t', { ...two, a: text().notNull().default('none') }) },
      { t: sqliteTable('t', { ...two, a: text().default('some') }) },
    ],
  },
  {
    name: 'other types',
    rows: [`INSERT INTO t (id, a) VALUES (1, '5')`],
    versions: [
      { t: sqliteTable('t', two) },
      { t: sqliteTable('t', { ...two, a: integer() }) },
      { t: sqliteTable('t', { ...two, a: real() }) },
      { t: sqliteTable('t', { ...two, a: numeric() }) },
    ],
  },
  {
    name: 'composite keys in their declared order',
    rows: ['INSERT INTO t (a, b) VALUES (1, 2)'],
    versions: [
      { t: sqliteTable('t', { a: integer().notNull(), b: integer().notNull() }) },
      {
        t: sqliteTable('t', { a: integer().notNull(), b: integer().notNull() }, (t) => [
          primaryKey({ columns: [t.b, t.a] }),
        ]),
      },
    ],
  },
  {
    name: 'uniques and indexes',
    rows: withA,
    versions: [
      { t: sqliteTable('t', two) },
      { t: sqliteTable('t', { ...two, a: text().unique() }) },
      {
        t: sqliteTable('t', { ...two, a: text().unique('once') }, (t) => [
          unique('both').on(t.a, t.id),
          index('plain').on(t.a),
        ]),
      },
      {
        t: sqliteTable('t', two, (t) => [
          uniqueIndex('some').on(t.a).where(sql`${t.a} IS NOT NULL`),
          index('low').on(sql`lower(${t.a})`),
        ]),
      },
    ],
  },
  {
    name: 'checks',
    rows: oneT,
    versions: [
      { t },
      { t: sqliteTable('t', { id: integer().primaryKey() }, (t) => [check('positive', sql`${t.id} > 0`)]) },
      {
        t: sqliteTable('t', { id: integer().primaryKey() }, (t) => [
          check('positive', sql`${t.id} > 0 AND ${t.id} < 100`),
        ]),
      },
    ],
  },
  {
    name: 'foreign keys with what happens to rows',
    rows: ['INSERT INTO t (id) VALUES (1)', 'INSERT INTO u (id, ref) VALUES (1, 1)'],
    versions: [
      { t, u: sqliteTable('u', { id: integer().primaryKey(), ref: integer() }) },
      { t, u: sqliteTable('u', { id: integer().primaryKey(), ref: integer().references(() => t.id) }) },
      {
        t,
        u: sqliteTable('u', {
          id: integer().primaryKey(),
          ref: integer().references(() => t.id, { onDelete: 'cascade', onUpdate: 'restrict' }),
        }),
      },
    ],
  },
  {
    name: 'composite foreign keys',
    rows: ['INSERT INTO p (a, b) VALUES (1, 2)', 'INSERT INTO c (x, y) VALUES (1, 2)'],
    versions: (() => {
      const p = sqliteTable('p', { a: integer().notNull(), b: integer().notNull() }, (t) => [
        primaryKey({ columns: [t.a, t.b] }),
      ]);
      return [
        { p, c: sqliteTable('c', { x: integer(), y: integer() }) },
        {
          p,
          c: sqliteTable('c', { x: integer(), y: integer() }, (t) => [
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
      { t: sqliteTable('t', { id: integer().primaryKey(), a: integer().generatedAlwaysAs(sql`id + 1`) }) },
    ],
  },
  {
    name: 'stored columns',
    rows: oneT,
    wrong: { '0>1': 'a stored column is left out of a table that is there' },
    versions: [
      { t },
      {
        t: sqliteTable('t', {
          id: integer().primaryKey(),
          a: integer().generatedAlwaysAs(sql`id + 1`, { mode: 'stored' }),
        }),
      },
    ],
  },
  {
    name: 'views',
    rows: oneT,
    versions: [
      { t },
      { t, v: sqliteView('v').as((qb) => qb.select().from(t)) },
      {
        t,
        v: sqliteView('v').as((qb) => qb.select().from(t)),
        w: sqliteView('w', { id: integer() }).as(sql`select id from t where id > 0`),
      },
    ],
  },
  {
    name: 'names in snake case',
    casing: 'snake_case',
    rows: oneT,
    versions: [
      { t },
      { t: sqliteTable('t', { id: integer().primaryKey(), firstName: text() }, (t) => [index('by').on(t.firstName)]) },
    ],
  },
  {
    name: 'a table that others refer to is made anew',
    rows: [`INSERT INTO t (id, a) VALUES (1, '5')`, 'INSERT INTO u (id, ref) VALUES (1, 1)'],
    wrong: {
      '0>1': 'rows that refer to it are deleted along with the old table',
      '1>0': 'rows that refer to it are deleted along with the old table',
    },
    versions: (() => {
      const versions = [text(), integer()].map((a) => {
        const made = sqliteTable('t', { id: integer().primaryKey(), a });
        return {
          t: made,
          u: sqliteTable('u', {
            id: integer().primaryKey(),
            ref: integer().references(() => made.id, { onDelete: 'cascade' }),
          }),
        };
      });
      return versions;
    })(),
  },
  {
    name: 'a moment as default',
    rows: oneT,
    wrong: { '0>1': 'a text of JSON is stored where a number is read' },
    versions: [
      { t },
      {
        t: sqliteTable('t', {
          id: integer().primaryKey(),
          a: integer({ mode: 'timestamp' }).default(new Date('2020-01-01T00:00:00Z')),
        }),
      },
    ],
  },
  {
    name: 'a quote in a default of JSON',
    rows: oneT,
    wrong: { '0>1': 'the quote ends the text' },
    versions: [
      { t },
      { t: sqliteTable('t', { id: integer().primaryKey(), a: text({ mode: 'json' }).default({ name: "O'Neil" }) }) },
    ],
  },
  {
    name: 'a check with a value in it',
    rows: oneT,
    wrong: { '0>1': 'the value is written as a parameter' },
    versions: [
      { t },
      { t: sqliteTable('t', { id: integer().primaryKey() }, (t) => [check('c', sql`${t.id} > ${0}`)]) },
    ],
  },
];
