import type { Token } from '@sync/core';
import { Cursor, isSymbol, isWord, unreadable } from '../text/cursor.js';

/** When a trigger fires, in relation to its event. */
export type TriggerTiming = 'BEFORE' | 'AFTER' | 'INSTEAD OF';

/** A trigger as it was written. */
export interface RawTrigger {
  readonly timing: TriggerTiming;
  readonly event: 'INSERT' | 'UPDATE' | 'DELETE';
  readonly on: string;
  readonly columns?: readonly string[];
  readonly when?: readonly Token[];
  /** From after BEGIN to before END. */
  readonly body: readonly Token[];
  /** Where WHEN or BEGIN is in the text. */
  readonly start: number;
  /** Where the last END ends. */
  readonly end: number;
}

/** Reads the text of a CREATE TRIGGER that a server has accepted. */
export function readCreateTrigger(text: string): RawTrigger {
  const cursor = Cursor.over(text);
  cursor.expect('CREATE');
  if (!cursor.accept('TEMP')) cursor.accept('TEMPORARY');
  cursor.expect('TRIGGER');
  cursor.accept('IF', 'NOT', 'EXISTS');
  cursor.qualifiedName();
  const timing = readTiming(cursor);
  const event = readEvent(cursor);
  const columns = event === 'UPDATE' && cursor.accept('OF') ? readColumns(cursor) : undefined;
  cursor.expect('ON');
  const on = cursor.qualifiedName();
  cursor.accept('FOR', 'EACH', 'ROW');
  const start = cursor.peek()?.start ?? 0;
  const when = cursor.accept('WHEN') ? readCondition(cursor) : undefined;
  cursor.expect('BEGIN');
  const body = cursor.rest();
  const last = body.findLastIndex((token) => isWord(token, 'END'));
  const end = (body[last]?.start ?? 0) + 'END'.length;
  return {
    timing,
    event,
    on,
    ...(columns && { columns }),
    ...(when && { when }),
    body: body.slice(0, last),
    start,
    end,
  };
}

/** BEFORE is what SQLite takes where nothing is said. */
function readTiming(cursor: Cursor): TriggerTiming {
  if (cursor.accept('AFTER')) return 'AFTER';
  if (cursor.accept('INSTEAD', 'OF')) return 'INSTEAD OF';
  cursor.accept('BEFORE');
  return 'BEFORE';
}

function readEvent(cursor: Cursor): RawTrigger['event'] {
  for (const event of ['INSERT', 'UPDATE', 'DELETE'] as const) if (cursor.accept(event)) return event;
  throw unreadable('a trigger without an event');
}

function readColumns(cursor: Cursor): readonly string[] {
  const columns = [cursor.name()];
  while (cursor.acceptSymbol(',')) columns.push(cursor.name());
  return columns;
}

/** The condition ends where the body begins; in an expression, BEGIN cannot stand outside of parentheses. */
function readCondition(cursor: Cursor): readonly Token[] {
  const tokens: Token[] = [];
  // `new.begin` is a column.
  const isBody = () => cursor.sees('BEGIN') && !isSymbol(tokens.at(-1), '.');
  for (let depth = 0; depth > 0 || !isBody(); ) {
    const token = cursor.next();
    if (token.type === 'symbol' && token.text === '(') depth++;
    if (token.type === 'symbol' && token.text === ')') depth--;
    tokens.push(token);
  }
  return tokens;
}
