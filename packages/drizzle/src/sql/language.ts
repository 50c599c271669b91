import { type Column, is, Placeholder, type SQL } from 'drizzle-orm';
import { CasingCache, toCamelCase, toSnakeCase } from 'drizzle-orm/casing';
import { type Homes, homed } from './homes.js';

/** How names of columns are written that the program leaves to Drizzle. */
export type Casing = 'snake_case' | 'camelCase';

/** How an engine writes names and values. */
export interface Spelling {
  quote(name: string): string;
  text(value: string): string;
  bytes(value: Uint8Array): string;
  moment(value: Date): string;
}

/** Says fragments of Drizzle's in the words of an engine. */
export interface Language extends Spelling {
  /** The name of a column in the database. */
  nameOf(column: Named): string;
  /** A fragment with names qualified as they stand in it. What it holds as parameters stands in it as values: a definition has none. */
  fragment(fragment: SQL): string;
  /** The same about one table alone, whose columns need no qualifying: what is said so survives the table's renaming. */
  within(fragment: SQL): string;
  value(value: unknown): string;
  columns(columns: readonly Named[]): string;
  /** The schema of what is declared in none; undefined where names are found by themselves. */
  homeOf(declared: unknown): string | undefined;
  /** A name that Drizzle made of the names of columns, of how they are called in the database. */
  recased(name: string, columns: readonly Column[]): string;
}

/** What of a column tells its name. */
export type Named = Pick<Column, 'name' | 'keyAsName'>;

export function languageOf(spelling: Spelling, casing: Casing | undefined, homes?: Homes): Language {
  const cache = new CasingCache(casing);
  const said = (value: unknown) => literal(value, spelling);
  const say = (fragment: SQL, invokeSource?: 'indexes') =>
    (homes ? homed(fragment, homes) : fragment).toQuery({
      casing: cache,
      escapeName: spelling.quote,
      escapeString: spelling.text,
      escapeParam: (_number, value) => said(value),
      ...(invokeSource && { invokeSource }),
    }).sql;
  const convert = { snake_case: toSnakeCase, camelCase: toCamelCase, as_written: (name: string) => name }[
    casing ?? 'as_written'
  ];
  const nameOf = ({ name, keyAsName }: Named) => (keyAsName ? convert(name) : name);
  return {
    ...spelling,
    nameOf,
    fragment: (fragment) => say(fragment),
    within: (fragment) => say(fragment, 'indexes'),
    value: said,
    homeOf: (declared) => homes?.(declared),
    columns: (columns) => columns.map((column) => spelling.quote(nameOf(column))).join(', '),
    recased: (name, columns) =>
      columns.reduce((made, column) => (casing ? made.replace(column.name, nameOf(column)) : made), name),
  };
}

function literal(value: unknown, spelling: Spelling): string {
  switch (typeof value) {
    case 'string':
      return spelling.text(value);
    case 'number':
      return Number.isFinite(value) ? String(value) : spelling.text(String(value));
    case 'bigint':
    case 'boolean':
      return String(value);
    case 'object':
      if (value === null) return 'NULL';
      if (value instanceof Date) return spelling.moment(value);
      if (value instanceof Uint8Array) return spelling.bytes(value);
      if (!is(value, Placeholder)) return spelling.text(JSON.stringify(value));
  }
  throw new TypeError('a placeholder has no value in a definition');
}
