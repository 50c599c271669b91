import type { Token } from '@sync/core';
import { Cursor } from '../text/cursor.js';
import { readKeyParts } from './clauses.js';
import type { RawKeyPart } from './raw-table.js';

/** An index as it was written. */
export interface RawIndex {
  readonly unique: boolean;
  readonly parts: readonly RawKeyPart[];
  readonly where?: readonly Token[];
}

/** Reads the text of a CREATE INDEX that a server has accepted. */
export function readCreateIndex(text: string): RawIndex {
  const cursor = Cursor.over(text);
  cursor.expect('CREATE');
  const unique = cursor.accept('UNIQUE');
  cursor.expect('INDEX');
  cursor.accept('IF', 'NOT', 'EXISTS');
  cursor.qualifiedName();
  cursor.expect('ON');
  cursor.name();
  const parts = readKeyParts(cursor);
  return { unique, parts, ...(cursor.accept('WHERE') && { where: cursor.rest() }) };
}
