import type { Token } from '@sync/core';
import { isSymbol, isWord, splitAtCommas } from '../text/cursor.js';
import { quoteName } from '../text/names.js';
import type { RawTrigger } from './create-trigger.js';

/** Writes tokens as a text. */
export type Rewrite = (tokens: readonly Token[]) => string;

/**
 * A condition that names all that SQLite looks up in a trigger when it reads its schema again, and that can be prepared anywhere: the body itself is read only where
 * the trigger fires. Without the tables that rows are written to.
 */
export function probeOf({ event, when, body }: RawTrigger, on: string, rewrite: Rewrite): string {
  const table = quoteName(on);
  // Twice the same columns: without a qualifier, none of them is known in a trigger.
  const rows = { INSERT: ['new', '_schema_sync_row'], UPDATE: ['new', 'old'], DELETE: ['old', '_schema_sync_row'] };
  const from = rows[event].map((name) => `${table} AS ${name}`).join(', ');
  const statements = splitAt(body, ';').filter(({ length }) => length > 0);
  const terms = [...(when ? [`(${rewrite(when)})`] : []), ...statements.flatMap((each) => termsOf(each, rewrite))];
  return `EXISTS (SELECT ${terms.join(', ')} FROM ${from})`;
}

function termsOf(statement: readonly Token[], rewrite: Rewrite): readonly string[] {
  const verb = statement[0]?.text.toUpperCase();
  if (verb === 'INSERT' || verb === 'REPLACE') return termsOfInsert(statement, rewrite);
  if (verb !== 'UPDATE' && verb !== 'DELETE') return [`EXISTS (${rewrite(statement)})`];
  const [head = [], ...clauses] = splitBefore(statement, ['SET', 'FROM', 'WHERE']);
  const clause = (word: string) => clauses.find(([first]) => isWord(first, word))?.slice(1);
  const [set, from, where] = [clause('SET'), clause('FROM'), clause('WHERE')];
  const tables = [set && head.slice(isWord(head[1], 'OR') ? 3 : 1), from].flatMap((each) =>
    each ? rewrite(each) : [],
  );
  return [
    `EXISTS (SELECT ${assigned(set, rewrite)} FROM ${tables.join(', ')}${where ? ` WHERE ${rewrite(where)}` : ''})`,
  ];
}

/** The rows, and what is done about those that are there already: https://sqlite.org/lang_upsert.html. */
function termsOfInsert(statement: readonly Token[], rewrite: Rewrite): readonly string[] {
  const [head = [], ...clauses] = splitBefore(statement, ['SELECT', 'VALUES', 'WITH', 'ON']);
  const conflict = clauses.findIndex(([first, second]) => isWord(first, 'ON') && isWord(second, 'CONFLICT'));
  const rows = conflict < 0 ? clauses : clauses.slice(0, conflict);
  const upserts = conflict < 0 ? [] : clauses.slice(conflict);
  const table = head[head.findIndex((token) => isWord(token, 'INTO')) + 1];
  return [
    ...(rows.length > 0 ? [`EXISTS (${rewrite(rows.flat())})`] : []),
    ...(table ? upserts.map((each) => upsertTerm(each, rewrite([table]), rewrite)) : []),
  ];
}

/** A name without a qualifier is one of the table's, and only then one of the row's that was to be added. */
function upsertTerm(upsert: readonly Token[], table: string, rewrite: Rewrite): string {
  const [keys = [], ...clauses] = splitBefore(upsert.slice(2), ['WHERE', 'DO', 'SET']);
  const terms = clauses.flatMap(([first, ...rest]) => {
    if (isWord(first, 'SET')) return assigned(rest, rewrite);
    return isWord(first, 'WHERE') ? rewrite(rest) : [];
  });
  const inner = [...(keys.length > 0 ? [`EXISTS (SELECT ${rewrite(keys.slice(1, -1))})`] : []), ...terms].join(', ');
  return `EXISTS (SELECT EXISTS (SELECT ${inner || 'NULL'} FROM ${table}) FROM ${table} AS excluded)`;
}

/** The values of `a = 1, (b, c) = (SELECT 2, 3)`; only a comparison takes more than one. */
function assigned(assignments: readonly Token[] | undefined, rewrite: Rewrite): string {
  if (!assignments) return 'NULL';
  const values = splitAtCommas(assignments).map((each) =>
    isSymbol(each[0], '(') ? each : each.slice(each.findIndex((token) => isSymbol(token, '=')) + 1),
  );
  return values.map(rewrite).join(', ');
}

/** Splits before these words, where no parentheses enclose them. */
function splitBefore(tokens: readonly Token[], words: readonly string[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const [i, token] of tokens.entries()) {
    if (isSymbol(token, '(')) depth++;
    else if (isSymbol(token, ')')) depth--;
    // `a IS NOT DISTINCT FROM b` compares.
    const opens = depth === 0 && words.some((word) => isWord(token, word)) && !isWord(tokens[i - 1], 'DISTINCT');
    if (opens) parts.push([]);
    parts.at(-1)?.push(token);
  }
  return parts;
}

function splitAt(tokens: readonly Token[], symbol: string): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (isSymbol(token, symbol)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}
