import type { Token } from '@sync/core';
import { Cursor } from '../text/cursor.js';
import { readNames } from './clauses.js';

/** A view as it was written. */
export interface RawView {
  readonly columns?: readonly string[];
  readonly select: readonly Token[];
}

/** Reads the text of a CREATE VIEW that a server has accepted. */
export function readCreateView(text: string): RawView {
  const cursor = Cursor.over(text);
  cursor.expect('CREATE');
  if (!cursor.accept('TEMP')) cursor.accept('TEMPORARY');
  cursor.expect('VIEW');
  cursor.accept('IF', 'NOT', 'EXISTS');
  cursor.qualifiedName();
  const columns = cursor.seesSymbol('(') ? readNames(cursor) : undefined;
  cursor.expect('AS');
  return { ...(columns && { columns }), select: cursor.rest() };
}
