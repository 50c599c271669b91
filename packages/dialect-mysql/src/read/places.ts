import {
  isSyncError,
  type Lexis,
  type Session,
  type Statement,
  sql,
  type Token,
  tokenizeMeaning,
  unquote,
} from '@sync/core';
import type { Rows } from './rows.js';

interface FileRow {
  readonly space: string;
  readonly path: string;
  readonly extends: number | string;
}

/** By how much a file grows where nobody said so. https://dev.mysql.com/doc/refman/9.7/en/innodb-tablespace-autoextend-size.html */
export const usualGrowth = 1_048_576;

/** The server waits for whoever has locked a table to tell of its file, and tells of the others if it may not wait for longer. */
const files = sql`
  SELECT /*+ SET_VAR(lock_wait_timeout = 1) */ tablespace_name AS 'space', file_name AS 'path', autoextend_size AS 'extends'
  FROM information_schema.files
  WHERE tablespace_name >= CONCAT(DATABASE(), '/') AND tablespace_name < CONCAT(DATABASE(), '0')
`;

/**
 * The tables that lie in the tablespace of the system because no other was named, as `innodb_file_per_table = OFF` has it: what was named sets the bit of a shared one (128).
 * https://dev.mysql.com/doc/refman/9.7/en/information-schema-innodb-tables-table.html
 */
const unnamed = sql`
  SELECT name AS 'space'
  FROM information_schema.innodb_tables
  WHERE name >= CONCAT(DATABASE(), '/') AND name < CONCAT(DATABASE(), '0')
    AND space = 0 AND flag & 128 = 0
`;

/** The tables whose definition may say where their files lie, or how they grow: those without a file of their own in the folder of the database. */
export async function tablesElsewhere(session: Session, tables: readonly Rows['tables'][]): Promise<readonly string[]> {
  const found = await ask<FileRow>(session, files);
  if (!found) return [];
  const usual = new Set<string>();
  const told = new Set<string>();
  for (const { space, path, extends: growth } of found) {
    const table = tableIn(space);
    const isUsual = path.startsWith('./') && Number(growth) <= usualGrowth;
    (isUsual ? usual : told).add(table);
  }
  // Where each table has a file of its own there is nothing to ask.
  if (tables.some(({ name, engine }) => engine === 'InnoDB' && !usual.has(name) && !told.has(name))) {
    for (const { space } of (await ask<{ readonly space: string }>(session, unnamed)) ?? []) usual.add(tableIn(space));
  }
  return tables.flatMap(({ name, engine }) =>
    engine === 'InnoDB' && (told.has(name) || !usual.has(name)) ? [name] : [],
  );
}

function tableIn(space: string): string {
  return space.slice(space.indexOf('/') + 1).replace(/#p#.*/is, '');
}

/** Whoever lacks the right PROCESS is told nothing. */
async function ask<R>(session: Session, statement: Statement): Promise<readonly R[] | undefined> {
  try {
    return await session.query<R>(statement);
  } catch (error) {
    if (isSyncError(error) && (error.code === 'PERMISSION_DENIED' || error.code === 'STATEMENT_FAILED'))
      return undefined;
    throw error;
  }
}

/** What says where a file of its own of each table lies says nothing of the table. */
const ownFile = 'innodb_file_per_table';

/** What the definition of a table, or of one of its partitions, says of where its files lie and how they grow, and that it is shown nowhere else. */
export function placesIn(definition: string, lexis: Lexis): readonly string[] {
  const places: string[] = [];
  let partition = '';
  const tokens = behindColumns(tokenizeMeaning(definition, lexis));
  for (const [i, token] of tokens.entries()) {
    if (token.type !== 'word') continue;
    const word = token.text.toUpperCase();
    const next = tokens[i + 1];
    if (/^(?:SUB)?PARTITION$/.test(word) && next && next.text.toUpperCase() !== 'BY') partition = unquote(next, lexis);
    const of = partition === '' ? '' : ` of partition ${partition}`;
    const value = tokens[i + (next?.text === '=' ? 2 : 1)];
    if (!value) continue;
    if (word === 'TABLESPACE' && unquote(value, lexis) !== ownFile)
      places.push(`TABLESPACE ${unquote(value, lexis)}${of}`);
    if (word === 'AUTOEXTEND_SIZE') places.push(`AUTOEXTEND_SIZE=${value.text}${of}`);
    if (word === 'DIRECTORY') places.push(`${tokens[i - 1]?.text} DIRECTORY=${value.text}${of}`);
  }
  return places;
}

function behindColumns(tokens: readonly Token[]): readonly Token[] {
  let depth = 0;
  const end = tokens.findIndex(({ text }) => {
    if (text === '(') depth++;
    if (text === ')') depth--;
    return text === ')' && depth === 0;
  });
  return tokens.slice(end + 1);
}
