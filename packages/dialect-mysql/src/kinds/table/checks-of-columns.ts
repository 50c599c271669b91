import type { Flavour } from '../../flavour.js';
import { lexisWith } from '../../lexis.js';
import type { ServerCatalogue } from '../../read/read-catalogue.js';
import { foldMember } from '../../text/names.js';
import { namesAny } from './rename-columns.js';

/**
 * The checks that are written on columns themselves, by their columns. MariaDB goes on to call one as its column was called before that was renamed (`RENAME COLUMN`), while
 * what it says names the column as it is called now.
 */
export function checksOfColumns(
  table: string,
  catalogue: ServerCatalogue,
  { executedComments }: Pick<Flavour, 'executedComments'>,
): ReadonlyMap<string, string> {
  const lexis = lexisWith(executedComments);
  const rows = catalogue.where('checks', 'table', table).filter(({ level }) => level === 'Column');
  if (rows.length === 0) return new Map();
  const columns = catalogue.where('columns', 'table', table).map(({ name }) => name);
  const known = new Set(columns);
  const isNamed = (column: string, expression: string) => namesAny(expression, new Set([foldMember(column)]), lexis);
  const own = new Set(rows.filter(({ name, expression }) => known.has(name) && isNamed(name, expression)));
  const checks = new Map(Array.from(own, ({ name, expression }) => [name, expression]));
  for (const row of rows) {
    if (own.has(row)) continue;
    const named = columns.filter((column) => !checks.has(column) && isNamed(column, row.expression));
    const [only = row.name] = named.length === 1 ? named : [];
    checks.set(only, row.expression);
  }
  return checks;
}
