/** Types by PostgreSQL's words and by those that CockroachDB prints, where both mean the same: https://www.cockroachlabs.com/docs/stable/data-types */
const pairs = [
  ['boolean', 'BOOL'],
  ['smallint', 'INT2'],
  ['integer', 'INT4'],
  ['bigint', 'INT8'],
  ['numeric', 'DECIMAL'],
  ['real', 'FLOAT4'],
  ['double precision', 'FLOAT8'],
  ['text', 'STRING'],
  ['character varying', 'VARCHAR'],
  ['character', 'CHAR'],
  ['bytea', 'BYTES'],
  ['uuid', 'UUID'],
  ['date', 'DATE'],
  ['interval', 'INTERVAL'],
  ['jsonb', 'JSONB'],
  ['bit', 'BIT'],
  ['bit varying', 'VARBIT'],
  ['inet', 'INET'],
  ['oid', 'OID'],
  ['pg_lsn', 'PG_LSN'],
  ['tsvector', 'TSVECTOR'],
  ['tsquery', 'TSQUERY'],
  ['time without time zone', 'TIME'],
  ['time with time zone', 'TIMETZ'],
  ['timestamp without time zone', 'TIMESTAMP'],
  ['timestamp with time zone', 'TIMESTAMPTZ'],
] as const;

const intoPostgres: ReadonlyMap<string, string> = new Map(pairs.map(([theirs, own]) => [own, theirs]));
const fromPostgres: ReadonlyMap<string, string> = new Map(pairs);

/** A type as PostgreSQL prints it; one that it has not stays as it is. A collation is left out, as it is of PostgreSQL's columns. */
export function typeForPostgres(printed: string): string {
  if (printed.endsWith('[]')) return `${typeForPostgres(printed.slice(0, -2))}[]`;
  const [, word = '', digits] = /^(\w+)(?:\(([\d,]+)\))?(?: COLLATE .*)?$/.exec(printed) ?? [];
  // A text of so many characters has two names here, and a CHAR of which nothing is said has one.
  const called = word === 'STRING' && digits !== undefined ? 'VARCHAR' : word;
  const size = called === 'CHAR' || called === 'BIT' ? (digits ?? '1') : digits;
  const theirs = intoPostgres.get(called);
  if (theirs === undefined) return printed;
  return size === undefined ? theirs : theirs.replace(/^(?:(?:character|bit) varying|\w+)/, `$&(${size})`);
}

/** A type as CockroachDB prints it, from PostgreSQL's words. What is called otherwise is a type of the schema’s own. */
export function typeFromPostgres(printed: string): string {
  if (printed.endsWith('[]')) return `${typeFromPostgres(printed.slice(0, -2))}[]`;
  const [, size = ''] = /(\([\d,]+\))/.exec(printed) ?? [];
  const own = fromPostgres.get(printed.replace(size, ''));
  return own === undefined ? printed : `${own}${size}`;
}

/** Whether there is a type that PostgreSQL has of its own accord. Arrays of what is searched for by its words there are none of. */
export function hasTypeOfPostgres(printed: string): boolean {
  const element = printed.replace(/\[\]$/, '').replace(/\([\d,]+\)/, '');
  return fromPostgres.has(element) && !(printed.endsWith('[]') && element.startsWith('ts'));
}
