import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  bit,
  boolean,
  char,
  check,
  cidr,
  customType,
  date,
  decimal,
  doublePrecision,
  foreignKey,
  index,
  inet,
  integer,
  interval,
  json,
  jsonb,
  line,
  macaddr,
  macaddr8,
  numeric,
  pgEnum,
  pgMaterializedView,
  pgPolicy,
  pgRole,
  pgSchema,
  pgTable,
  pgTableCreator,
  pgView,
  point,
  primaryKey,
  real,
  serial,
  smallint,
  smallserial,
  text,
  time,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import type { Story } from './story.js';

const one = ['INSERT INTO t (id) VALUES (1)'];
const id = { id: integer().primaryKey() };
const t = pgTable('t', id);
const mood = pgEnum('mood', ['sad', 'happy']);
const temper = pgEnum('temper', { Calm: 'calm', Wild: 'wild' });
const app = pgSchema('app');
const upper = customType<{ data: string; config: { readonly length: number } }>({
  dataType: (config) => `varchar(${config?.length ?? 1})`,
  toDriver: (value) => value.toUpperCase(),
});
const prefixed = pgTableCreator((name) => `shop_${name}`);
const moment = new Date('2020-01-02T03:04:05.678Z');

/** Columns in each of their modes. Of those that each server fills in by itself no row tells anything. */
const columns = {
  ...id,
  a: numeric({ mode: 'number' }).default(1.5),
  b: numeric({ mode: 'bigint', precision: 30 }),
  c: decimal({ precision: 4, scale: 1 }).default('2.5'),
  d: doublePrecision().default(1e21),
  e: real().default(0.25),
  f: smallint().default(-3).notNull(),
  g: bit({ dimensions: 3 }).default('101'),
  h: boolean().default(true),
  i: bigint({ mode: 'number' }).default(9_007_199_254_740_991),
  j: timestamp({ mode: 'string', precision: 0 }).default('2020-01-02 03:04:05'),
  k: timestamp({ withTimezone: true, precision: 6 })
    .default(moment)
    .$onUpdate(() => moment),
  l: date({ mode: 'date' }).default(moment),
  m: time({ withTimezone: true }).default('03:04:05+02'),
  n: interval({ fields: 'month' }).default('2 months'),
  o: interval({ precision: 2 }),
  p: text({ enum: ['x', 'y'] }).default('x'),
  q: varchar({ length: 4, enum: ['p', 'q'] }).default('p'),
  r: char().default('c'),
  s: char({ length: 4, enum: ['four'] }),
  t: upper({ length: 7 }).default('loud'),
  u: mood().default('sad'),
  v: temper().default('wild').notNull(),
  w: temper().array().default(['calm']),
  x: text()
    .$default(() => 'never told to the database')
    .$type<'a'>(),
  y: text()
    .$defaultFn(() => 'the same')
    .$onUpdateFn(() => 'the same'),
  aa: json().default([]),
  ab: jsonb().default({}),
  ac: jsonb().default({ a: null, b: [true, 1.5] }),
  ad: inet().default('10.0.0.0/8').notNull(),
  ae: cidr().default('10.0.0.0/8'),
  af: macaddr().default('08:00:2b:01:02:03'),
  ag: macaddr8().default('08:00:2b:01:02:03:04:05'),
  ah: point({ mode: 'tuple' }),
  ai: point({ mode: 'xy' }),
  aj: line({ mode: 'tuple' }),
  ak: line({ mode: 'abc' }),
  al: jsonb().array(),
};

const counting = pgTable('counting', {
  a: serial(),
  b: smallserial(),
  c: bigserial({ mode: 'bigint' }),
  d: bigserial({ mode: 'number' }),
  e: smallint().generatedByDefaultAsIdentity({ name: 'counts', startWith: 5, minValue: 2, increment: 3 }),
  f: bigint({ mode: 'bigint' }).generatedAlwaysAsIdentity(),
  g: timestamp({ mode: 'string', withTimezone: true }).defaultNow(),
  h: timestamp().defaultNow().notNull(),
  i: date({ mode: 'string' }).defaultNow(),
  j: time({ precision: 3 }).defaultNow(),
  k: uuid().defaultRandom(),
});

const indexed = { ...id, a: text(), b: jsonb(), c: point({ mode: 'xy' }), d: integer().array() };

/** Each builder of `drizzle-orm/pg-core` in each of its modes, so far as no other story has it. */
export const postgresBuilderStories: readonly Story[] = [
  {
    name: 'every mode of columns',
    rows: one,
    versions: [
      { t, mood, temper },
      { mood, temper, t: pgTable('t', columns), counting },
    ],
  },
  {
    name: 'every option of keys',
    rows: ['INSERT INTO p (a, b) VALUES (1, 2)', 'INSERT INTO c (x, y) VALUES (1, 2)'],
    versions: (() => {
      const p = pgTable('p', { a: integer().notNull(), b: integer().notNull() }, (table) => [
        primaryKey({ name: 'p_key', columns: [table.a, table.b] }),
        unique('p_once').on(table.b, table.a),
      ]);
      const keyed = (verb: 'set default' | 'no action') =>
        pgTable('c', { x: integer().default(1), y: integer().default(2) }, (table) => [
          foreignKey({ columns: [table.x, table.y], foreignColumns: [p.a, p.b], name: 'c_key' })
            .onUpdate(verb)
            .onDelete('restrict'),
          check('c_check', sql`${table.x} < ${table.y}`),
        ]);
      return [
        { p, c: keyed('set default') },
        { p, c: keyed('no action') },
      ];
    })(),
  },
  {
    name: 'every method and option of indexes',
    rows: one,
    versions: [
      { t: pgTable('t', indexed) },
      {
        t: pgTable('t', indexed, (table) => [
          index('only').onOnly(table.a.asc().nullsLast()),
          index('by_gin').using('gin', table.d),
          index('by_gin_path').using('gin', table.b.op('jsonb_path_ops')),
          index('by_gist').using('gist', table.c),
          index('by_spgist').using('spgist', table.c),
          index('by_brin').using('brin', table.id).with({ pages_per_range: 16 }),
          uniqueIndex('some').using('btree', table.a.desc().nullsLast()).where(sql`${table.id} > 3`),
          index('mixed').on(table.id.desc(), sql`lower(${table.a})`),
        ]),
      },
    ],
  },
  {
    name: 'every option of views',
    rows: one,
    versions: [
      { t },
      {
        t,
        a: pgView('a')
          .with({ checkOption: 'local', securityInvoker: true })
          .as((qb) => qb.select().from(t)),
        b: pgMaterializedView('b')
          .using('heap')
          .tablespace('pg_default')
          .as((qb) => qb.select().from(t)),
        c: pgMaterializedView('c', { id: integer() }).with({ autovacuumEnabled: false }).as(sql`select id from t`),
        d: pgView('elsewhere', { id: integer() }).existing(),
        e: pgMaterializedView('elsewhere_too', { id: integer() }).existing(),
      },
    ],
  },
  {
    name: 'all that a schema holds',
    rows: one,
    versions: [
      { t },
      {
        t,
        app,
        own: app.table('own', { id: integer().primaryKey(), kind: text() }),
        shown: app.view('shown').as((qb) => qb.select().from(t)),
        kept: app.materializedView('kept').as((qb) => qb.select().from(t)),
        kind: app.enum('kind', ['a', 'b']),
        counts: app.sequence('counts', { startWith: 3 }),
        made: prefixed('orders', { id: integer().primaryKey() }),
      },
    ],
  },
  {
    name: 'every option of policies',
    rows: one,
    versions: [
      { t },
      {
        t: pgTable('t', id, () => [
          pgPolicy('all_of_it', {
            as: 'permissive',
            for: 'all',
            to: pgRole('pg_monitor').existing(),
            using: sql`true`,
          }),
          pgPolicy('delete', { for: 'delete', to: ['current_user', 'session_user'], using: sql`id > 1` }),
          pgPolicy('update', { for: 'update', to: 'current_role', using: sql`id > 1`, withCheck: sql`id > 2` }),
        ]),
      },
    ],
  },
  {
    name: 'an index that is built beside writers',
    rows: one,
    wrong: { '0>1': 'it is written with CONCURRENTLY, which runs in no transaction, and migrations run in one' },
    versions: [{ t }, { t: pgTable('t', id, (table) => [index('beside').on(table.id).concurrently()]) }],
  },
  {
    name: 'a default of a number of any length',
    rows: one,
    wrong: { '0>1': 'its snapshots cannot hold the number', '1>0': 'its snapshots cannot hold the number' },
    versions: [{ t }, { t: pgTable('t', { ...id, a: bigint({ mode: 'bigint' }).default(9_007_199_254_740_993n) }) }],
  },
];
