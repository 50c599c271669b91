import { type Address, address } from '@sync/core';
import { Cursor } from '../text/cursor.js';
import type { ConstraintSpec } from './specs.js';

/** A constraint as it is defined, without its name. A unique one that has an index is read as the index. */
export function readConstraint(cursor: Cursor): ConstraintSpec {
  const text = cursor.until((each) => each.sees('NOT', 'VALID'));
  const unvalidated = cursor.takes('NOT', 'VALID') ? ({ unvalidated: true } as const) : {};
  const inner = new Cursor(text);
  if (inner.takes('PRIMARY', 'KEY')) return { type: 'primary key', definition: text };
  if (inner.takes('UNIQUE')) return { type: 'unique', definition: text, ...unvalidated };
  if (inner.takes('CHECK')) return { type: 'check', definition: text, ...unvalidated };
  inner.requires('FOREIGN', 'KEY');
  inner.inParentheses();
  inner.requires('REFERENCES');
  return { type: 'foreign key', definition: text, ...unvalidated, references: addressOfTable(inner.path()) };
}

/** The address of a table by its name with its schema, which is left out where it goes without saying. */
export function addressOfTable(path: readonly string[]): Address {
  return address('table', ...placeOf(path), path.at(-1) ?? '');
}

/** The schema before a name, where it has to be said. */
export function placeOf(path: readonly string[]): readonly string[] {
  const schema = path.at(-2);
  return schema === undefined || schema === 'public' ? [] : [schema];
}

/** The columns of the other table that a foreign key refers to, in any order. */
export function referencedColumns(definition: string): readonly string[] {
  const cursor = new Cursor(definition);
  cursor.requires('FOREIGN', 'KEY');
  cursor.inParentheses();
  cursor.requires('REFERENCES');
  cursor.path();
  return cursor
    .list()
    .map((part) => new Cursor(part).name())
    .sort();
}
