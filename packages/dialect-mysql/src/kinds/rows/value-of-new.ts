import { quoteText } from '../../text/literal.js';
import { isPlain } from '../table/plain-default.js';
import type { ColumnSpec } from '../table/spec.js';
import { partsOf } from '../table/type-fit.js';

/** What rows that are there get in a column that is new, as SQL; undefined where only the server can tell. */
export function valueOfNew(column: ColumnSpec): string | undefined {
  if (column.generated || column.autoIncrement) return undefined;
  if (column.default !== undefined) return isPlain(column.default) ? column.default : undefined;
  return column.notNull ? unsaidValue(column) : 'NULL';
}

/** What the server takes where there must be a value and nobody names one. https://dev.mysql.com/doc/refman/9.7/en/data-type-defaults.html */
function unsaidValue({ type }: ColumnSpec): string | undefined {
  const { name, list } = partsOf(type);
  if (/int$|^(decimal|float|double|year|bit)$/.test(name)) return '0';
  if (/^(varchar|char|(tiny|medium|long)?text|set)$/.test(name)) return quoteText('');
  return name === 'enum' ? /^'(?:[^']|'')*'/.exec(list)?.[0] : undefined;
}
