import { Cursor } from '../text/cursor.js';
import type { IndexSpec } from './specs.js';

/** Reads what stands before the name of an index: whether there is one. */
export function takesIndexHead(cursor: Cursor): Pick<IndexSpec, 'unique' | 'method'> | undefined {
  if (cursor.takes('UNIQUE', 'INDEX')) return { unique: true };
  if (cursor.takes('UNIQUE', 'INVERTED', 'INDEX')) return { unique: true, method: 'inverted' };
  if (cursor.takes('INVERTED', 'INDEX')) return { unique: false, method: 'inverted' };
  if (cursor.takes('VECTOR', 'INDEX')) return { unique: false, method: 'vector' };
  return cursor.takes('INDEX') ? { unique: false } : undefined;
}

/** Reads an index from its columns on. */
export function readIndexBody(cursor: Cursor, head: Pick<IndexSpec, 'unique' | 'method'>): IndexSpec {
  let hidden = false;
  const definition = cursor.until((each) => each.sees('NOT', 'VISIBLE'));
  if (cursor.takes('NOT', 'VISIBLE')) hidden = true;
  return { ...head, definition, ...(hidden && { hidden: true as const }) };
}

/** The columns of an index by their names, in any order, where it is one of mere columns: what a foreign key can stand on. */
export function indexedColumns(definition: string): readonly string[] {
  return new Cursor(definition)
    .list()
    .flatMap((part) => {
      const cursor = new Cursor(part);
      return cursor.sees('(') ? [] : [cursor.name()];
    })
    .sort();
}
