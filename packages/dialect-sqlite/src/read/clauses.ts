import type { Token } from '@sync/core';
import type { Conflict, ReferentialAction } from '../kinds/table/spec.js';
import { type Cursor, isSymbol, isWord, nameIn, splitAtCommas, unreadable } from '../text/cursor.js';
import type { RawForeignKey, RawKeyPart } from './raw-table.js';

/** Reads `ON CONFLICT …` where it comes next; the default is left out. */
export function readConflict(cursor: Cursor): { readonly conflict?: Conflict } {
  if (!cursor.accept('ON', 'CONFLICT')) return {};
  const word = cursor.next().text.toUpperCase();
  if (word === 'ABORT') return {};
  if (word === 'ROLLBACK' || word === 'FAIL' || word === 'IGNORE' || word === 'REPLACE') return { conflict: word };
  throw unreadable(`${word} is no conflict resolution`);
}

/** Reads ASC or DESC where it comes next. */
export function readDirection(cursor: Cursor): boolean {
  if (cursor.accept('DESC')) return true;
  cursor.accept('ASC');
  return false;
}

/** Reads the terms of a key or an index, in parentheses. */
export function readKeyParts(cursor: Cursor): readonly RawKeyPart[] {
  return splitAtCommas(cursor.group()).map(keyPart);
}

function keyPart(term: readonly Token[]): RawKeyPart {
  let end = term.length;
  if (isWord(term[end - 2], 'NULLS')) end -= 2;
  const descending = end > 1 && isWord(term[end - 1], 'DESC');
  if (descending || (end > 1 && isWord(term[end - 1], 'ASC'))) end--;
  if (end < 3 || !isWord(term[end - 2], 'COLLATE')) return { tokens: term.slice(0, end), descending };
  return { tokens: term.slice(0, end - 2), collation: nameIn(term[end - 1] as Token), descending };
}

/** Reads names in parentheses. */
export function readNames(cursor: Cursor): readonly string[] {
  return splitAtCommas(cursor.group()).map((tokens) => nameIn(tokens[0] as Token));
}

/** Reads from the table after REFERENCES to the end of what it is told to do. */
export function readReferences(cursor: Cursor, columns: readonly string[]): RawForeignKey {
  const table = cursor.name();
  const references = cursor.seesSymbol('(') ? readNames(cursor) : undefined;
  const actions: { onDelete?: ReferentialAction; onUpdate?: ReferentialAction } = {};
  for (;;) {
    if (cursor.accept('ON', 'DELETE')) setAction(actions, 'onDelete', cursor);
    else if (cursor.accept('ON', 'UPDATE')) setAction(actions, 'onUpdate', cursor);
    else if (cursor.accept('ON', 'INSERT')) readAction(cursor);
    else if (cursor.accept('MATCH')) cursor.name();
    else break;
  }
  const deferred = readDeferral(cursor) ?? false;
  return { type: 'foreign-key', columns, table, ...(references && { references }), ...actions, deferred };
}

function setAction(
  actions: { onDelete?: ReferentialAction; onUpdate?: ReferentialAction },
  event: 'onDelete' | 'onUpdate',
  cursor: Cursor,
): void {
  const action = readAction(cursor);
  if (action) actions[event] = action;
  else delete actions[event];
}

function readAction(cursor: Cursor): ReferentialAction | undefined {
  if (cursor.accept('SET', 'NULL')) return 'SET NULL';
  if (cursor.accept('SET', 'DEFAULT')) return 'SET DEFAULT';
  if (cursor.accept('CASCADE')) return 'CASCADE';
  if (cursor.accept('RESTRICT')) return 'RESTRICT';
  cursor.expect('NO', 'ACTION');
  return undefined;
}

/** Reads `[NOT] DEFERRABLE [INITIALLY …]`; undefined where it is not there. Only one of its forms defers anything. */
export function readDeferral(cursor: Cursor): boolean | undefined {
  const not = cursor.accept('NOT', 'DEFERRABLE');
  if (!not && !cursor.accept('DEFERRABLE')) return undefined;
  if (!cursor.accept('INITIALLY')) return false;
  const deferred = cursor.accept('DEFERRED');
  if (!deferred) cursor.expect('IMMEDIATE');
  return deferred && !not;
}

/** Whether these tokens are nothing but one name. */
export function soleName(tokens: readonly Token[]): string | undefined {
  const [first] = tokens;
  if (!first || tokens.length !== 1 || first.type === 'number' || isSymbol(first, first.text)) return undefined;
  return nameIn(first);
}
