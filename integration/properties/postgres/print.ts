import type { Draft, TableDraft } from './model.js';

const defaults: Readonly<Record<string, string>> = {
  integer: '1',
  bigint: '2',
  text: "'x y'",
  'varchar(20)': "'v'",
  'numeric(10,2)': '1.5',
  mood: "'ok'",
  d: "'dom'",
  'd[]': "'{one,two}'",
  pair: 'NULL',
  timestamptz: "'2024-01-01 00:00+00'",
  'mood[]': "'{ok}'",
  span: "'[1,2)'",
  jsonb: `'{"a": 1}'`,
};

const on = (there: unknown, ...texts: readonly string[]): readonly string[] => (there ? texts : []);

/** The statements that make a schema, in an order that works. */
export function printDraft(draft: Draft, version: number): readonly string[] {
  return [...printTypes(draft), ...printTables(draft), ...printBelow(draft), ...printOver(draft, version)];
}

function printTypes({ labels, domain, attributes, range }: Draft): readonly string[] {
  const clauses = [
    domain.base,
    ...on(domain.default, "DEFAULT 'dd'"),
    ...on(domain.notNull, 'NOT NULL'),
    ...on(domain.check, `CHECK (${domain.check})`),
  ];
  return [
    'CREATE SCHEMA "o s"',
    `CREATE TYPE mood AS ENUM (${labels.map((label) => `'${label}'`).join(', ')})`,
    `CREATE DOMAIN d AS ${clauses.join(' ')}`,
    `CREATE TYPE pair AS (${attributes.join(', ')})`,
    `CREATE TYPE span AS RANGE (SUBTYPE = ${range})`,
  ];
}

function printTables({ first, second, identity, generated, reference, sequence, heir }: Draft): readonly string[] {
  return [
    ...printTable('t', first, [
      // The server adds no identity to a table that others inherit from.
      ...on(identity && !heir, `n bigint GENERATED ${identity} AS IDENTITY`),
      ...on(generated, `twice integer GENERATED ALWAYS AS (${generated}) STORED`),
    ]),
    ...printTable('"o s"."T 2"', second, ['t_id integer']),
    ...on(
      reference !== null,
      `ALTER TABLE "o s"."T 2" ADD CONSTRAINT refers FOREIGN KEY (t_id) REFERENCES t${reference ?? ''}`,
    ),
    ...on(sequence, `CREATE SEQUENCE counter AS ${sequence?.type} INCREMENT ${sequence?.increment}`),
    ...on(sequence?.owned, 'ALTER SEQUENCE counter OWNED BY t.id'),
  ];
}

/** Partitions, and a table that inherits. */
function printBelow({ parted, heir }: Draft): readonly string[] {
  return [
    ...on(parted, `CREATE TABLE p (id integer, v integer DEFAULT ${parted?.default}) PARTITION BY RANGE (id)`),
    ...(parted?.bounds ?? []).map(
      (from) => `CREATE TABLE p_${from} PARTITION OF p FOR VALUES FROM (${from}) TO (${from + 100})`,
    ),
    ...on(parted?.own, `ALTER TABLE p_${parted?.bounds[0]} ALTER v SET DEFAULT ${parted?.own}`),
    ...on(heir, 'CREATE TABLE heir (more text) INHERITS (t)'),
    ...on(heir?.default, `ALTER TABLE heir ALTER id SET DEFAULT ${heir?.default}`),
    ...on(heir?.comment, `COMMENT ON TABLE heir IS '${heir?.comment}'`),
  ];
}

/** What reads the tables, runs at them, or guards them. */
function printOver(draft: Draft, version: number): readonly string[] {
  const { first, view, materialized, text, trigger, policy, statistics } = draft;
  const body = version >= 14 ? draft.body : null;
  const columns = columnsOf(first).slice(0, view?.columns).join(', ');
  return [
    ...on(view, `CREATE VIEW v${view?.barrier ? ' WITH (security_barrier = true)' : ''} AS SELECT ${columns} FROM t`),
    ...on(view?.above, 'CREATE VIEW "o s".above AS SELECT count(id) AS n, v.id FROM v GROUP BY v.id'),
    ...on(
      materialized,
      `CREATE MATERIALIZED VIEW m AS SELECT id, t_id FROM "o s"."T 2"${materialized?.where ? ' WHERE id > 1' : ''}`,
    ),
    ...on(materialized?.index, 'CREATE INDEX m_index ON m (t_id)'),
    ...on(
      text,
      `CREATE FUNCTION f(x integer DEFAULT ${text?.result}) RETURNS integer LANGUAGE sql ${text?.volatility} AS 'SELECT x + 1'`,
      'ALTER TABLE "o s"."T 2" ADD COLUMN called integer DEFAULT f(1)',
    ),
    ...on(
      body,
      `CREATE FUNCTION counts() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(id) + ${body} FROM t; END`,
    ),
    ...on(body === 2, 'ALTER TABLE t ADD COLUMN counted bigint DEFAULT counts()'),
    ...on(
      trigger,
      "CREATE FUNCTION fires() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
      `CREATE TRIGGER fire ${trigger?.when} UPDATE${trigger?.of ? ' OF name' : ''} ON t FOR EACH ROW WHEN (OLD.id > 3) EXECUTE FUNCTION fires()`,
    ),
    ...on(
      policy,
      'ALTER TABLE t ENABLE ROW LEVEL SECURITY',
      `CREATE POLICY sees ON t FOR ${policy?.command} USING (${policy?.using})`,
    ),
    ...on(statistics, `CREATE STATISTICS known ON ${statistics} FROM t`),
  ];
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function columnsOf({ columns }: TableDraft): readonly string[] {
  return ['id', 'name', ...Object.entries(columns).flatMap(([name, column]) => (column ? [quote(name)] : []))];
}

function printTable(path: string, table: TableDraft, more: readonly string[]): readonly string[] {
  const columns = Object.entries(table.columns).flatMap(([name, column]) => {
    if (!column) return [];
    const value = column.default || column.notNull ? ` DEFAULT ${defaults[column.type]}` : '';
    return [`${quote(name)} ${column.type}${value}${column.notNull && column.type !== 'pair' ? ' NOT NULL' : ''}`];
  });
  const named = path.replaceAll('"', '').replace(/.*\./, '').replaceAll(' ', '_').toLowerCase();
  const options = table.fillfactor ? ` WITH (fillfactor = ${table.fillfactor})` : '';
  return [
    `CREATE TABLE ${path} (id integer PRIMARY KEY, name text, ${[...columns, ...more].join(', ')})${options}`.replace(
      ', )',
      ')',
    ),
    ...(table.check ? [`ALTER TABLE ${path} ADD CONSTRAINT ${named}_checked CHECK (${table.check})`] : []),
    ...(table.unique === 'constraint' ? [`ALTER TABLE ${path} ADD CONSTRAINT ${named}_single UNIQUE (name, id)`] : []),
    ...(table.unique === 'index' ? [`CREATE UNIQUE INDEX ${named}_single ON ${path} (name, id)`] : []),
    ...(table.index ? [`CREATE INDEX ${named}_found ON ${path} ${table.index}`] : []),
    ...(table.comment ? [`COMMENT ON TABLE ${path} IS '${table.comment.replaceAll("'", "''")}'`] : []),
  ];
}

/** Rows of the tables that hold some: what has no value of its own gets its default. */
export function printRows(draft: Draft): readonly string[] {
  return [
    "INSERT INTO t (id, name) VALUES (1, 'one'), (2, 'two'), (7, NULL)",
    `INSERT INTO "o s"."T 2" (id, name, t_id) VALUES (1, 'a', 1), (2, 'b', 7), (3, NULL, NULL)`,
    ...(draft.parted ? [`INSERT INTO p (id) VALUES (${(draft.parted.bounds[0] ?? 0) + 5})`] : []),
    ...(draft.heir ? ["INSERT INTO heir (id, name, more) VALUES (11, 'heir', 'x')"] : []),
  ];
}
