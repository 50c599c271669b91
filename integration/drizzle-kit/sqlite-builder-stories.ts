import { sql } from 'drizzle-orm';
import {
  blob,
  check,
  customType,
  foreignKey,
  index,
  int,
  integer,
  numeric,
  primaryKey,
  real,
  sqliteTable,
  sqliteTableCreator,
  sqliteView,
  text,
  unique,
  uniqueIndex,
  view,
} from 'drizzle-orm/sqlite-core';
import type { Story } from './story.js';

const one = ['INSERT INTO t (id) VALUES (1)'];
const id = { id: integer().primaryKey() };
const t = sqliteTable('t', id);
const upper = customType<{ data: string }>({ dataType: () => 'text', toDriver: (value) => value.toUpperCase() });
const prefixed = sqliteTableCreator((name) => `shop_${name}`);

/** Each builder of `drizzle-orm/sqlite-core` in each of its modes, so far as no other story has it. */
export const sqliteBuilderStories: readonly Story[] = [
  {
    name: 'every mode of columns',
    rows: one,
    versions: [
      { t },
      {
        t: sqliteTable('t', {
          ...id,
          a: blob({ mode: 'buffer' }),
          b: blob({ mode: 'bigint' }),
          c: blob({ mode: 'json' }),
          d: int().default(1),
          e: integer({ mode: 'timestamp' }),
          f: integer({ mode: 'timestamp_ms' }),
          g: integer({ mode: 'boolean' }).default(false).notNull(),
          h: numeric({ mode: 'number' }),
          i: numeric({ mode: 'bigint' }),
          j: numeric({ mode: 'string' }).default('1.5'),
          k: real().default(0.25),
          l: text({ mode: 'text', length: 7, enum: ['x', 'y'] }).default('x'),
          m: text({ mode: 'json' }),
          n: upper().default('loud'),
          o: text()
            .$default(() => 'never told')
            .$type<'a'>(),
          p: text()
            .$defaultFn(() => 'the same')
            .$onUpdateFn(() => 'the same')
            .$onUpdate(() => 'too'),
          q: integer().generatedAlwaysAs(sql`id + 1`, { mode: 'virtual' }),
        }),
      },
    ],
  },
  {
    name: 'a moment of now',
    rows: one,
    versions: [{ t }, { t, u: sqliteTable('u', { ...id, at: integer({ mode: 'timestamp' }).defaultNow() }) }],
  },
  {
    name: 'every option of keys',
    rows: ['INSERT INTO p (a, b) VALUES (1, 2)', 'INSERT INTO c (x, y) VALUES (1, 2)'],
    versions: (() => {
      const p = sqliteTable('p', { a: integer().notNull(), b: integer().notNull() }, (table) => [
        primaryKey({ name: 'p_key', columns: [table.a, table.b] }),
        unique('p_once').on(table.b, table.a),
      ]);
      const keyed = (verb: 'set default' | 'no action') =>
        sqliteTable('c', { x: integer(), y: integer() }, (table) => [
          foreignKey({ columns: [table.x, table.y], foreignColumns: [p.a, p.b], name: 'c_key' })
            .onUpdate(verb)
            .onDelete('set null'),
          check('c_check', sql`${table.x} < ${table.y}`),
        ]);
      return [
        { p, c: keyed('set default') },
        { p, c: keyed('no action') },
      ];
    })(),
  },
  {
    name: 'every option of indexes and views, and names with a prefix',
    rows: one,
    versions: [
      { t },
      {
        t: sqliteTable('t', id, (table) => [
          index('some').on(table.id).where(sql`id > 3`),
          uniqueIndex('down').on(sql`${table.id} desc`),
        ]),
        a: view('a').as((qb) => qb.select().from(t)),
        b: sqliteView('b', { id: integer() }).as(sql`select id from t`),
        c: sqliteView('elsewhere', { id: integer() }).existing(),
        made: prefixed('orders', { id: integer().primaryKey({ autoIncrement: true }) }),
      },
    ],
  },
];
