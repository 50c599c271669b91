import { isUtf8 } from 'node:buffer';
import type { Lexis, Session } from '@sync/core';
import { quoteName } from '../text/names.js';
import { defaultIn, textOf } from './bytes.js';
import type { Rows } from './rows.js';
import { answersOf } from './show.js';

type Column = Rows['columns'];

const literal = /^'(?:[^'\\]|\\.|'')*'$/s;

/** What the information schema has no character for: it knows those of three bytes at most. */
const unshown = /[\u{10000}-\u{10FFFF}]/u;

/**
 * Columns with their defaults of bytes as they are. MariaDB before 11 tells of them as texts, and writes a question mark for every byte that makes no character: where there is
 * one, the definition of the table is asked for without being turned into any character set
 * (https://mariadb.com/docs/server/reference/sql-statements/administrative-sql-statements/set-commands/set-statement).
 */
export async function withUnshownBytes(
  session: Session,
  columns: readonly Column[],
  lexis: Lexis,
): Promise<readonly Column[]> {
  const tables = [...new Set(columns.flatMap((column) => (mayBeUnshown(column) ? [column.table] : [])))];
  if (tables.length === 0) return columns;
  const answers = await answersOf(session, tables.map(questionOf));
  const definitions = new Map(tables.map((table, i) => [table, answers[i]?.[0]?.['Create Table']]));
  return columns.map((column) => {
    const definition = mayBeUnshown(column) ? definitions.get(column.table) : undefined;
    return definition instanceof Uint8Array ? withBytes(column, Buffer.from(definition), lexis) : column;
  });
}

function mayBeUnshown({ value, charset, dataType }: Column): boolean {
  if (charset !== null || dataType === 'enum' || dataType === 'set') return false;
  return value?.includes('?') === true && literal.test(value);
}

function questionOf(table: string): string {
  return `SET STATEMENT character_set_results = binary FOR SHOW CREATE TABLE ${quoteName(table)}`;
}

/** Of a definition each byte is read as one character, so that none is lost on the way. */
function withBytes(column: Column, definition: Buffer, lexis: Lexis): Column {
  const name = Buffer.from(column.name).toString('latin1');
  const shown = defaultIn(definition.toString('latin1'), name, lexis);
  if (!literal.test(shown)) return column;
  const bytes = Buffer.from(textOf(shown), 'latin1');
  const isShown = isUtf8(bytes) && !unshown.test(bytes.toString());
  return isShown ? column : { ...column, value: `x'${bytes.toString('hex')}'` };
}
