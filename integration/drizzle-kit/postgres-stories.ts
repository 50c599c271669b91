import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  char,
  check,
  cidr,
  customType,
  date,
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
  pgSchema,
  pgSequence,
  pgTable,
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

const users = pgTable('users', { id: integer().primaryKey(), name: text() });
const twoUsers = [`INSERT INTO users (id, name) VALUES (1, 'Ann'), (2, 'Bob')`];

const mood = pgEnum('mood', ['sad', 'happy']);
const moodOfThree = pgEnum('mood', ['sad', 'fine', 'happy']);
const app = pgSchema('app');
const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });
const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** What changes columns and their types. */
const columns: readonly Story[] = [
  {
    name: 'columns come and go',
    rows: twoUsers,
    versions: [
      { users },
      { users: pgTable('users', { id: integer().primaryKey(), name: text(), age: integer() }) },
      { users: pgTable('users', { id: integer().primaryKey(), name: text(), age: integer(), born: date() }) },
    ],
  },
  {
    name: 'tables come and go',
    rows: twoUsers,
    versions: [
      { users },
      { users, posts: pgTable('posts', { id: serial().primaryKey(), title: varchar({ length: 20 }).notNull() }) },
    ],
  },
  {
    name: 'numbers',
    rows: ['INSERT INTO n (id) VALUES (1)'],
    versions: [
      { n: pgTable('n', { id: integer().primaryKey() }) },
      {
        n: pgTable('n', {
          id: integer().primaryKey(),
          a: smallint().default(1),
          b: bigint({ mode: 'number' }).default(2),
          c: numeric({ precision: 10, scale: 2 }).default('1.50'),
          d: real().default(1.5),
          e: doublePrecision().default(-2.25),
          f: numeric({ precision: 5 }),
          g: numeric(),
        }),
      },
      {
        n: pgTable('n', {
          id: integer().primaryKey(),
          a: smallint().default(7),
          b: bigint({ mode: 'number' }),
          c: numeric({ precision: 10, scale: 2 }).default('3.25').notNull(),
          d: real(),
          e: doublePrecision().default(0).notNull(),
          f: numeric({ precision: 5 }),
          g: numeric(),
        }),
      },
    ],
  },
  {
    name: 'texts',
    rows: [`INSERT INTO t (id) VALUES ('a')`],
    versions: [
      { t: pgTable('t', { id: text().primaryKey() }) },
      {
        t: pgTable('t', {
          id: text().primaryKey(),
          a: varchar({ length: 10 }).default("it's"),
          b: varchar(),
          c: char({ length: 3 }).default('abc'),
          d: text().default('a\nb').notNull(),
          e: uuid().default('00000000-0000-0000-0000-000000000000'),
        }),
      },
      {
        t: pgTable('t', {
          id: text().primaryKey(),
          a: varchar({ length: 20 }).default("it's"),
          b: varchar(),
          c: char({ length: 3 }).default('xyz'),
          d: text(),
          e: uuid().default('00000000-0000-0000-0000-000000000000').notNull(),
        }),
      },
    ],
  },
  {
    name: 'moments',
    rows: ['INSERT INTO t (id) VALUES (1)'],
    versions: [
      { t: pgTable('t', { id: integer().primaryKey() }) },
      {
        t: pgTable('t', {
          id: integer().primaryKey(),
          a: timestamp().default(new Date('2020-01-02T03:04:05.678Z')),
          b: timestamp({ withTimezone: true, precision: 3 }).default(new Date('2020-01-02T03:04:05.678Z')),
          c: date().default('2020-01-02'),
          d: date({ mode: 'date' }).default(new Date('2020-01-02T00:00:00Z')),
          e: time().default('03:04:05'),
          f: time({ withTimezone: true, precision: 2 }),
          g: interval().default('1 day'),
          h: interval({ fields: 'day to second', precision: 3 }),
        }),
      },
    ],
  },
  {
    name: 'json, places and addresses',
    rows: ['INSERT INTO t (id) VALUES (1)'],
    versions: [
      { t: pgTable('t', { id: integer().primaryKey() }) },
      {
        t: pgTable('t', {
          id: integer().primaryKey(),
          a: json().default({ a: [1, 'b'] }),
          b: jsonb().default([1, 2]).notNull(),
          c: jsonb().default('{}'),
          d: inet().default('10.0.0.1'),
          e: cidr(),
          f: macaddr(),
          g: macaddr8(),
          h: point(),
          i: line(),
          j: boolean().default(true),
          k: boolean().default(false).notNull(),
        }),
      },
    ],
  },
  {
    name: 'arrays',
    rows: ['INSERT INTO t (id) VALUES (1)'],
    versions: [
      { t: pgTable('t', { id: integer().primaryKey() }), mood },
      {
        mood,
        t: pgTable('t', {
          id: integer().primaryKey(),
          a: text().array().default([]),
          b: integer().array().default([1, 2]).notNull(),
          c: varchar({ length: 5 }).array(3),
          d: integer().array().array(),
          e: mood().array(),
          f: text().array().default(['a', 'b c']),
        }),
      },
    ],
  },
  {
    name: 'types of one’s own',
    rows: ['INSERT INTO t (id) VALUES (1)'],
    versions: [
      { t: pgTable('t', { id: integer().primaryKey() }) },
      { t: pgTable('t', { id: integer().primaryKey(), words: tsvector(), bytes: bytea() }) },
    ],
  },
  {
    name: 'serials',
    rows: (version) => (version === 0 ? ['INSERT INTO t (a) VALUES (1)'] : ['INSERT INTO t (a) VALUES (1)']),
    versions: [
      { t: pgTable('t', { id: serial().primaryKey(), a: integer() }) },
      {
        t: pgTable('t', { id: serial().primaryKey(), a: integer() }),
        u: pgTable('u', { a: smallserial(), b: bigserial({ mode: 'number' }) }),
      },
    ],
  },
  {
    name: 'nullability',
    rows: twoUsers,
    versions: [
      { users },
      { users: pgTable('users', { id: integer().primaryKey(), name: text().notNull() }) },
      { users: pgTable('users', { id: integer().primaryKey(), name: text().notNull().default('nobody') }) },
    ],
  },
  {
    name: 'defaults of expressions',
    rows: twoUsers,
    versions: [
      { users },
      {
        users: pgTable('users', {
          id: integer().primaryKey(),
          name: text().default(sql`upper('x')`),
          at: timestamp().default(sql`'2020-01-01'::timestamp`),
        }),
      },
      {
        users: pgTable('users', { id: integer().primaryKey(), name: text().default(sql`lower('X')`), at: timestamp() }),
      },
    ],
  },
  {
    name: 'wider types',
    rows: [`INSERT INTO t (id, a, b, c) VALUES (1, 5, 'abc', 1.25)`],
    versions: [
      {
        t: pgTable('t', {
          id: integer().primaryKey(),
          a: integer(),
          b: varchar({ length: 5 }),
          c: numeric({ precision: 5, scale: 2 }),
        }),
      },
      {
        t: pgTable('t', {
          id: integer().primaryKey(),
          a: bigint({ mode: 'number' }),
          b: varchar({ length: 50 }),
          c: numeric({ precision: 8, scale: 2 }),
        }),
      },
      {
        t: pgTable('t', {
          id: integer().primaryKey(),
          a: bigint({ mode: 'number' }),
          b: text(),
          c: numeric({ precision: 8, scale: 2 }),
        }),
      },
    ],
  },
];

/** Keys, constraints and indexes. */
const constraints: readonly Story[] = [
  {
    name: 'composite keys in their declared order',
    rows: [`INSERT INTO t (a, b, c) VALUES (1, 2, 3)`],
    versions: [
      { t: pgTable('t', { a: integer().notNull(), b: integer().notNull(), c: integer() }) },
      {
        t: pgTable('t', { a: integer().notNull(), b: integer().notNull(), c: integer() }, (t) => [
          primaryKey({ columns: [t.b, t.a] }),
        ]),
      },
      {
        t: pgTable('t', { a: integer().notNull(), b: integer().notNull(), c: integer() }, (t) => [
          primaryKey({ name: 'mine', columns: [t.a, t.b] }),
        ]),
      },
    ],
  },
  {
    name: 'uniques',
    rows: twoUsers,
    versions: [
      { users },
      { users: pgTable('users', { id: integer().primaryKey(), name: text().unique() }) },
      {
        users: pgTable('users', { id: integer().primaryKey(), name: text().unique('one_name') }, (t) => [
          unique().on(t.id, t.name),
        ]),
      },
      {
        users: pgTable('users', { id: integer().primaryKey(), name: text().unique('one_name') }, (t) => [
          unique('both').on(t.name, t.id),
        ]),
      },
    ],
  },
  {
    name: 'uniques with nulls not distinct',
    rows: twoUsers,
    versions: [
      { users },
      { users: pgTable('users', { id: integer().primaryKey(), name: text().unique('u', { nulls: 'not distinct' }) }) },
      {
        users: pgTable('users', { id: integer().primaryKey(), name: text() }, (t) => [
          unique('v').on(t.name, t.id).nullsNotDistinct(),
        ]),
      },
    ],
  },
  {
    name: 'checks',
    rows: twoUsers,
    versions: [
      { users },
      {
        users: pgTable('users', { id: integer().primaryKey(), name: text() }, (t) => [
          check('positive', sql`${t.id} > 0`),
        ]),
      },
      {
        users: pgTable('users', { id: integer().primaryKey(), name: text() }, (t) => [
          check('positive', sql`${t.id} > 0 AND ${t.id} < 100`),
          check('named', sql`${t.name} IN ('Ann', 'Bob')`),
        ]),
      },
    ],
  },
  {
    name: 'foreign keys with what happens to rows',
    rows: [...twoUsers, 'INSERT INTO posts (id, author) VALUES (1, 1)'],
    versions: [
      { users, posts: pgTable('posts', { id: integer().primaryKey(), author: integer() }) },
      { users, posts: pgTable('posts', { id: integer().primaryKey(), author: integer().references(() => users.id) }) },
      {
        users,
        posts: pgTable('posts', {
          id: integer().primaryKey(),
          author: integer().references(() => users.id, { onDelete: 'cascade', onUpdate: 'restrict' }),
        }),
      },
      {
        users,
        posts: pgTable('posts', {
          id: integer().primaryKey(),
          author: integer().references(() => users.id, { onDelete: 'set null' }),
        }),
      },
    ],
  },
  {
    name: 'composite foreign keys',
    rows: ['INSERT INTO p (a, b) VALUES (1, 2)', 'INSERT INTO c (x, y) VALUES (1, 2)'],
    versions: (() => {
      const p = pgTable('p', { a: integer().notNull(), b: integer().notNull() }, (t) => [
        primaryKey({ columns: [t.a, t.b] }),
      ]);
      return [
        { p, c: pgTable('c', { x: integer(), y: integer() }) },
        {
          p,
          c: pgTable('c', { x: integer(), y: integer() }, (t) => [
            foreignKey({ columns: [t.x, t.y], foreignColumns: [p.a, p.b] }),
          ]),
        },
        {
          p,
          c: pgTable('c', { x: integer(), y: integer() }, (t) => [
            foreignKey({ name: 'mine', columns: [t.x, t.y], foreignColumns: [p.a, p.b] }).onDelete('cascade'),
          ]),
        },
      ];
    })(),
  },
  {
    name: 'a table that refers to itself',
    rows: ['INSERT INTO tree (id) VALUES (1)'],
    versions: (() => {
      const plain = pgTable('tree', { id: integer().primaryKey(), up: integer() });
      const self = pgTable('tree', { id: integer().primaryKey(), up: integer() }, (t) => [
        foreignKey({ columns: [t.up], foreignColumns: [t.id] }),
      ]);
      return [{ tree: plain }, { tree: self }];
    })(),
  },
  {
    name: 'indexes',
    rows: twoUsers,
    versions: [
      { users },
      {
        users: pgTable('users', { id: integer().primaryKey(), name: text() }, (t) => [
          index().on(t.name),
          uniqueIndex('once').on(t.id, t.name),
        ]),
      },
      {
        users: pgTable('users', { id: integer().primaryKey(), name: text() }, (t) => [
          index('by_name').on(t.name.desc()),
          index('nulls_first').on(t.name.asc().nullsFirst()),
        ]),
      },
      {
        users: pgTable('users', { id: integer().primaryKey(), name: text() }, (t) => [
          index('by_name').on(t.name.desc().nullsFirst()),
          index('hashed').using('hash', t.name),
        ]),
      },
    ],
  },
  {
    name: 'indexes with operators, conditions and expressions',
    rows: twoUsers,
    versions: [
      { users },
      {
        users: pgTable('users', { id: integer().primaryKey(), name: text() }, (t) => [
          index('like').on(t.name.op('text_pattern_ops')),
          index('some').on(t.id).where(sql`${t.name} IS NOT NULL`),
        ]),
      },
      {
        users: pgTable('users', { id: integer().primaryKey(), name: text() }, (t) => [
          index('low').on(sql`lower(${t.name})`),
          index('filled').on(t.id).with({ fillfactor: 70 }),
        ]),
      },
    ],
  },
];

/** What stands beside tables or is a column’s own. */
const others: readonly Story[] = [
  {
    name: 'enums',
    rows: ['INSERT INTO t (id) VALUES (1)'],
    versions: [
      { t: pgTable('t', { id: integer().primaryKey() }) },
      { mood, t: pgTable('t', { id: integer().primaryKey(), now: mood().default('sad').notNull() }) },
      {
        mood: moodOfThree,
        t: pgTable('t', { id: integer().primaryKey(), now: moodOfThree().default('sad').notNull() }),
      },
    ],
  },
  {
    name: 'identities',
    rows: ['INSERT INTO t (a) VALUES (1)'],
    versions: [
      { t: pgTable('t', { id: integer().primaryKey().generatedAlwaysAsIdentity(), a: integer() }) },
      { t: pgTable('t', { id: integer().primaryKey().generatedByDefaultAsIdentity(), a: integer() }) },
      {
        t: pgTable('t', {
          id: integer()
            .primaryKey()
            .generatedByDefaultAsIdentity({ startWith: 10, increment: 5, maxValue: 1000, cache: 2, cycle: true }),
          a: integer(),
        }),
      },
    ],
  },
  {
    name: 'generated columns',
    rows: twoUsers,
    versions: [
      { users },
      {
        users: pgTable('users', {
          id: integer().primaryKey(),
          name: text(),
          twice: integer().generatedAlwaysAs((): ReturnType<typeof sql> => sql`${users.id} * 2`),
        }),
      },
    ],
  },
  {
    name: 'sequences',
    rows: twoUsers,
    wrong: { '2>1': 'a sequence that cycles is not told to stop doing so' },
    versions: [
      { users },
      { users, s: pgSequence('s') },
      { users, s: pgSequence('s', { startWith: 5, increment: 2, minValue: 1, maxValue: 99, cache: 3, cycle: true }) },
    ],
  },
  {
    name: 'schemas',
    rows: twoUsers,
    versions: [
      { users },
      {
        users,
        app,
        t: app.table('t', { id: serial().primaryKey(), author: integer().references(() => users.id) }, (t) => [
          index().on(t.author),
        ]),
      },
      (() => {
        const kind = app.enum('kind', ['a', 'b']);
        return {
          users,
          app,
          kind,
          s: app.sequence('s'),
          t: app.table(
            't',
            { id: serial().primaryKey(), author: integer().references(() => users.id), kind: kind().default('a') },
            (t) => [index().on(t.author)],
          ),
        };
      })(),
    ],
  },
  {
    name: 'views',
    rows: twoUsers,
    versions: [
      { users },
      { users, v: pgView('v').as((qb) => qb.select().from(users).where(sql`${users.id} > ${0}`)) },
      {
        users,
        v: pgView('v').as((qb) => qb.select().from(users).where(sql`${users.id} > ${0}`)),
        w: pgView('w', { id: integer() })
          .with({ checkOption: 'cascaded', securityBarrier: true })
          .as(sql`select id from users`),
      },
    ],
  },
  {
    name: 'materialized views',
    rows: twoUsers,
    versions: [
      { users },
      { users, m: pgMaterializedView('m').as((qb) => qb.select({ id: users.id }).from(users)) },
      {
        users,
        m: pgMaterializedView('m').as((qb) => qb.select({ id: users.id }).from(users)),
        n: pgMaterializedView('n', { id: integer() })
          .with({ fillfactor: 60 })
          .withNoData()
          .as(sql`select id from users`),
      },
    ],
  },
  {
    name: 'policies',
    rows: twoUsers,
    versions: [
      { users },
      { users: pgTable('users', { id: integer().primaryKey(), name: text() }).enableRLS() },
      {
        users: pgTable('users', { id: integer().primaryKey(), name: text() }, () => [
          pgPolicy('own', { for: 'select', to: 'public', using: sql`name = current_user` }),
        ]).enableRLS(),
      },
      {
        users: pgTable('users', { id: integer().primaryKey(), name: text() }, () => [
          pgPolicy('own', { for: 'select', to: ['public'], using: sql`name = session_user` }),
          pgPolicy('insert', { as: 'restrictive', for: 'insert', withCheck: sql`id > 0` }),
        ]).enableRLS(),
      },
    ],
  },
  {
    name: 'names in snake case',
    casing: 'snake_case',
    rows: ['INSERT INTO users (id) VALUES (1)'],
    versions: [
      { users: pgTable('users', { id: integer().primaryKey() }) },
      {
        users: pgTable('users', { id: integer().primaryKey(), firstName: text(), lastName: text() }, (t) => [
          index().on(t.firstName),
          unique().on(t.firstName, t.lastName),
        ]),
      },
    ],
  },
];

const withQuote = (name: string) => pgTable('t', { id: integer().primaryKey(), a: jsonb().default({ name }) });
const ofTwoColumns = (build: (t: typeof twoColumns) => ReturnType<typeof pgPolicy>) =>
  pgTable('t', { id: integer().primaryKey(), a: text() }, () => [build(twoColumns)]).enableRLS();
const twoColumns = pgTable('t', { id: integer().primaryKey(), a: text() });
const oneT = ['INSERT INTO t (id) VALUES (1)'];

/** What Drizzle Kit gets wrong, and ours does not. */
const mistakes: readonly Story[] = [
  {
    name: 'an operator class and an order at once',
    rows: oneT,
    wrong: { '0>1': 'the order is left out where there is an operator class' },
    versions: [
      { t: twoColumns },
      {
        t: pgTable('t', { id: integer().primaryKey(), a: text() }, (t) => [
          index('i').on(t.a.desc().op('text_pattern_ops')),
        ]),
      },
    ],
  },
  {
    name: 'a check with a value in it',
    rows: oneT,
    wrong: { '0>1': 'the value is written as $1' },
    versions: [
      { t: twoColumns },
      { t: pgTable('t', { id: integer().primaryKey(), a: text() }, (t) => [check('c', sql`${t.id} > ${0}`)]) },
    ],
  },
  {
    name: 'a quote in a default of JSON',
    rows: oneT,
    wrong: { '0>1': 'the quote ends the text' },
    versions: [{ t: pgTable('t', { id: integer().primaryKey(), a: jsonb() }) }, { t: withQuote("O'Neil") }],
  },
  {
    name: 'a quote in a default of an array',
    rows: oneT,
    wrong: { '0>1': 'the quote ends the text' },
    versions: [
      { t: pgTable('t', { id: integer().primaryKey(), a: text().array() }) },
      { t: pgTable('t', { id: integer().primaryKey(), a: text().array().default(["it's"]) }) },
    ],
  },
  {
    name: 'a default of a point',
    rows: oneT,
    wrong: { '0>1': 'the object is written as [object Object]' },
    versions: [
      { t: pgTable('t', { id: integer().primaryKey(), a: point({ mode: 'xy' }) }) },
      { t: pgTable('t', { id: integer().primaryKey(), a: point({ mode: 'xy' }).default({ x: 1, y: 2 }) }) },
    ],
  },
  {
    name: 'an identity that counts down',
    rows: ['INSERT INTO t (a) VALUES (1)'],
    wrong: { '0>1': 'it ends at the least number of a smallint' },
    versions: [
      { t: pgTable('t', { a: integer() }) },
      { t: pgTable('t', { a: integer(), id: integer().generatedAlwaysAsIdentity({ increment: -1 }) }) },
    ],
  },
  {
    name: 'an enum that only a column names',
    rows: oneT,
    wrong: { '0>1': 'the type is not made', '1>0': 'the type is not dropped' },
    versions: [
      { t: pgTable('t', { id: integer().primaryKey() }) },
      { t: pgTable('t', { id: integer().primaryKey(), a: mood() }) },
    ],
  },
  {
    name: 'a policy that loses its condition',
    rows: oneT,
    wrong: { '0>1': 'the condition stays' },
    versions: [
      { t: ofTwoColumns((t) => pgPolicy('p', { for: 'update', using: sql`id > 0`, withCheck: sql`${t.id} > 0` })) },
      { t: ofTwoColumns(() => pgPolicy('p', { for: 'update', using: sql`id > 0` })) },
    ],
  },
];

export const postgresStories: readonly Story[] = [...columns, ...constraints, ...others, ...mistakes];
