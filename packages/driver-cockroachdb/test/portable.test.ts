import { address, createCatalogue, type PortableSchema, schemaObject } from '@sync/core';
import { postgresPortable } from '@sync/dialect-postgres';
import { expect, test } from 'vitest';
import { cockroachParser } from '../../../integration/servers/cockroach-parser.mjs';
import { cockroachPortable } from '../src/portable/edge.js';
import { withoutTypes } from '../src/portable/in-postgres-words.js';
import { catalogueOf } from './catalogue.js';

/** Written down by hand after the documentation and the parser's own printer. */
const shop = `CREATE TYPE public.state AS ENUM ('new', 'done');
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail VARCHAR(200) NOT NULL,
	code CHAR(3) NULL,
	state public.state NOT NULL DEFAULT 'new':::public.state,
	born DATE NULL DEFAULT '2000-01-01':::DATE,
	seen TIMESTAMPTZ(3) NULL DEFAULT now():::TIMESTAMPTZ,
	price DECIMAL(10,2) NOT NULL DEFAULT 1.5:::DECIMAL,
	share FLOAT4 NULL,
	level INT2 NOT NULL DEFAULT (-1):::INT8,
	name STRING COLLATE de NULL,
	twice INT8 NULL AS (level * 2:::INT8) STORED,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC),
	UNIQUE INDEX users_mail_key (mail ASC),
	UNIQUE INDEX one_code (code ASC),
	INDEX by_age (born DESC, id ASC),
	INDEX covering (born ASC) STORING (mail),
	CONSTRAINT grown CHECK ((level > 0:::INT8) AND (mail IN ('a':::STRING, 'b':::STRING)))
);
COMMENT ON TABLE public.users IS 'who buys';
COMMENT ON COLUMN public.users.mail IS 'where to write';
CREATE TABLE public.orders (
	id INT8 NOT NULL,
	"by" INT8 NOT NULL,
	tags STRING[] NULL,
	CONSTRAINT orders_pkey PRIMARY KEY (id ASC) USING HASH WITH (bucket_count=8)
) WITH (ttl = 'on', ttl_expire_after = '00:10:00':::INTERVAL) LOCALITY GLOBAL;
ALTER TABLE public.orders ADD CONSTRAINT orders_by_fkey FOREIGN KEY ("by") REFERENCES public.users(id) ON DELETE CASCADE;
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_by_fkey;`;

const read = cockroachPortable.read(catalogueOf(shop));

test('a schema is read in terms of no engine, and what has no equal is told', () => {
  const [orders, users] = read.tables;
  expect(users?.columns.map(({ name, native, type }) => [name, native, type])).toEqual([
    ['id', 'INT8', { base: 'integer', bits: 64 }],
    ['mail', 'VARCHAR(200)', { base: 'text', length: 200 }],
    ['code', 'CHAR(3)', { base: 'text', length: 3, fixed: true }],
    ['state', 'public.state', { base: 'enum', labels: ['new', 'done'] }],
    ['born', 'DATE', { base: 'date' }],
    ['seen', 'TIMESTAMPTZ(3)', { base: 'moment', precision: 3 }],
    ['price', 'DECIMAL(10,2)', { base: 'decimal', precision: 10, scale: 2 }],
    ['share', 'FLOAT4', { base: 'float', bits: 32 }],
    ['level', 'INT2', { base: 'integer', bits: 16 }],
    ['name', 'STRING COLLATE de', { base: 'text' }],
    ['twice', 'INT8', { base: 'integer', bits: 64 }],
  ]);
  const by = new Map(users?.columns.map((column) => [column.name, column]));
  expect(by.get('id')).toMatchObject({ numbered: true, notNull: true });
  expect(by.get('state')?.default).toEqual({ text: 'new' });
  expect(by.get('seen')?.default).toEqual({ call: 'current_timestamp', of: [] });
  expect(by.get('level')?.default).toEqual({ number: '-1' });
  expect(by.get('price')?.default).toEqual({ number: '1.5' });
  expect(by.get('twice')?.generated?.stored).toBe(true);
  expect(users).toMatchObject({
    primaryKey: { columns: ['id'] },
    uniques: [{ name: 'users_mail_key', columns: ['mail'] }],
    checks: [{ name: 'grown' }],
    comment: 'who buys',
  });
  expect(users?.indexes).toEqual([
    { name: 'by_age', columns: [{ column: 'born', descending: true }, { column: 'id' }] },
    { name: 'one_code', unique: true, columns: [{ column: 'code' }] },
  ]);
  expect(orders?.primaryKey).toEqual({ columns: ['id'] });
  expect(orders?.foreignKeys).toEqual([
    { name: 'orders_by_fkey', columns: ['by'], table: 'users', references: ['id'], onDelete: 'cascade' },
  ]);
  expect(read.notCarried.map(({ what }) => what).sort()).toEqual([
    'index covering of users',
    'locality of orders',
    'row-level TTL of orders',
    'sharding of primary key orders_pkey of orders',
  ]);
});

/** One column of each type that any engine has. */
const all: PortableSchema = {
  tables: [
    {
      name: 'all_types',
      columns: (
        [
          { base: 'boolean' },
          ...([8, 16, 24, 32, 64] as const).flatMap((bits) => [
            { base: 'integer', bits } as const,
            { base: 'integer', bits, unsigned: true } as const,
          ]),
          ...[{ base: 'decimal' } as const, { base: 'decimal', precision: 20, scale: 4 } as const],
          ...[{ base: 'float', bits: 32 } as const, { base: 'float', bits: 64 } as const],
          ...[{ base: 'text' } as const, { base: 'text', length: 9, fixed: true } as const],
          ...[{ base: 'text', length: 9, ignoresCase: true } as const, { base: 'bytes', length: 16 } as const],
          ...(['uuid', 'date', 'interval', 'json'] as const).map((base) => ({ base })),
          ...(['time', 'datetime', 'moment'] as const).map((base) => ({ base, precision: 3 })),
          ...[{ base: 'enum', labels: ["it's", 'b'] } as const, { base: 'native', name: 'geometry' } as const],
        ] as const
      ).map((type, i) => ({ name: `c${i}`, native: type.base, type, carriage: 'lossless', comment: 'why' })),
      uniques: [{ name: 'own', columns: ['c0'] }],
      foreignKeys: [],
      checks: [
        {
          name: 'long',
          expression: { operator: '>', of: [{ call: 'char_length', of: [{ column: 'c15' }] }, { number: '1' }] },
        },
      ],
      indexes: [{ name: 'i', columns: [{ column: 'c1', descending: true }] }],
      comment: 'all',
    },
  ],
  notCarried: [],
};

test('each type goes to where it is kept, and comes back as what it was', () => {
  const { statements, columns, notCarried } = cockroachPortable.write(all);
  expect(notCarried).toEqual([]);
  expect(columns.filter(({ to }) => /bigint|integer|smallint|numeric|character|text$|bytea/.test(to))).toEqual([]);
  expect(columns.filter(({ carriage }) => carriage === 'lossy').map(({ from }) => from)).toEqual(['native']);
  expect(columns.find(({ from, to }) => from === 'integer' && to === 'INT4')).toBeDefined();
  // The server prints each type with its schema.
  const printed = statements.map(({ text }) => `${text.replace('c26 all_types_c26', 'c26 public.all_types_c26')};`);
  const back = cockroachPortable.read(catalogueOf(printed.join('\n')));
  const types = (schema: PortableSchema) => schema.tables[0]?.columns.map(({ type }) => type);
  const expected = types(all)?.map((type) => {
    if (type.base === 'native') return { base: 'text' };
    return 'ignoresCase' in type ? { base: 'text', length: 9 } : type;
  });
  expect(types(back)).toEqual(expected);
});

test('PostgreSQL keeps all but what only CockroachDB has, and numbers are counted as there', () => {
  const there = postgresPortable.write(read);
  expect(there.columns.filter(({ carriage }) => carriage !== 'lossless')).toEqual([]);
  expect(there.columns.find(({ from }) => from === 'STRING[]')?.to).toBe('text[]');
  const numbered = cockroachPortable.write(read).statements.map(({ text }) => text);
  expect(numbered.join('\n')).toContain('id INT8 NOT NULL GENERATED BY DEFAULT AS IDENTITY');
});

/** Types that only PostgreSQL's family has, as PostgreSQL prints them, and what CockroachDB calls them; a text where it has them not. */
const ofFamily = [
  ['text[]', 'STRING[]', 'values'],
  ['character varying(9)[]', 'VARCHAR(9)[]', 'values'],
  ['numeric(5,2)[]', 'DECIMAL(5,2)[]', 'values'],
  ['timestamp(3) with time zone[]', 'TIMESTAMPTZ(3)[]', 'values'],
  ['inet[]', 'INET[]', 'values'],
  ['inet', 'INET', 'lossless'],
  ['bit(8)', 'BIT(8)', 'lossless'],
  ['bit varying(8)', 'VARBIT(8)', 'lossless'],
  ['time(3) with time zone', 'TIMETZ(3)', 'lossless'],
  ['interval(3)', 'INTERVAL(3)', 'lossless'],
  ['tsvector', 'TSVECTOR', 'lossless'],
  ['tsvector[]', 'STRING', 'lossy'],
  ['cidr', 'STRING', 'lossy'],
  ['int4range', 'STRING', 'lossy'],
  ['public.citext', 'STRING', 'lossy'],
  ['public.mood[]', 'STRING', 'lossy'],
] as const;

const schemaOf = (types: readonly (readonly [name: string, printed: string])[]): PortableSchema => {
  const columns = types.map(([name, printed]) => ({ name, type: printed, notNull: false }));
  const layout = { columns: types.map(([name]) => name) };
  const object = schemaObject({ kind: 'table', address: address('table', 't'), name: 't', spec: { columns }, layout });
  return postgresPortable.read(createCatalogue([object]));
};

test('what only the family has stays what it is, where both have it', () => {
  const { columns, statements } = cockroachPortable.write(schemaOf(ofFamily.map(([type], i) => [`c${i}`, type])));
  expect(columns.map(({ from, to, carriage }) => [from, to, carriage])).toEqual(ofFamily);
  const there = statements[0]?.text ?? '';
  const back = postgresPortable.write(
    cockroachPortable.read(catalogueOf(`${there.replace('CREATE TABLE t', 'CREATE TABLE public.t')};`)),
  );
  const expected = ofFamily.map(([type, , carriage]) => (carriage === 'lossy' ? 'text' : type));
  expect(back.columns.map(({ to }) => to)).toEqual(expected);
  expect(back.columns.filter(({ carriage }) => carriage !== 'lossless')).toEqual([]);
});

test('the types of constants are no part of what an expression says', () => {
  expect(withoutTypes("a > 18:::INT8 AND b = 'x:::y':::VARCHAR(3) AND c = 1:::DECIMAL(3,1)")).toBe(
    "a > 18 AND b = 'x:::y' AND c = 1",
  );
  expect(withoutTypes('ARRAY[1:::INT8, 2:::INT8]')).toBe('ARRAY[1, 2]');
});

const parser = await cockroachParser();

test.runIf('parse' in parser)('what is written for it, CockroachDB’s own parser reads', async () => {
  const parse = 'parse' in parser ? parser.parse : () => Promise.resolve([]);
  const family = schemaOf(ofFamily.map(([type], i) => [`c${i}`, type]));
  const texts = [all, read, family].flatMap((schema) =>
    cockroachPortable.write(schema).statements.map(({ text }) => text),
  );
  const answers = await parse(texts);
  expect(answers.map(({ error }, i) => error && [texts[i], error]).filter(Boolean)).toEqual([]);
});
