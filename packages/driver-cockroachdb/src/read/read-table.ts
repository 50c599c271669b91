import { byCodeUnit } from '@sync/core';
import { Cursor, partsOfList } from '../text/cursor.js';
import { readColumn } from './read-column.js';
import { readConstraint } from './read-constraint.js';
import { readIndexBody, takesIndexHead } from './read-index.js';
import { type ColumnSpec, type ConstraintSpec, type FamilySpec, type IndexSpec, leftAsFound } from './specs.js';

/** Something with a name. */
export interface Named<S> {
  readonly name: string;
  readonly spec: S;
}

/** A CREATE TABLE, taken apart. */
export interface ReadTable {
  readonly path: readonly string[];
  /** In their order. */
  readonly columns: readonly ColumnSpec[];
  readonly families: readonly FamilySpec[];
  readonly indexes: readonly Named<IndexSpec>[];
  readonly constraints: readonly Named<ConstraintSpec>[];
  readonly options: readonly string[];
  readonly extras: Readonly<Record<string, string>>;
}

interface Items {
  readonly columns: ColumnSpec[];
  readonly families: FamilySpec[];
  readonly indexes: Named<IndexSpec>[];
  readonly constraints: Named<ConstraintSpec>[];
}

/** Reads a table from its name on. */
export function readTable(cursor: Cursor): ReadTable {
  const path = cursor.path();
  const items: Items = { columns: [], families: [], indexes: [], constraints: [] };
  for (const text of cursor.list()) readItem(text, items);
  const partitions = cursor.sees('PARTITION') ? cursor.until((each) => each.sees('WITH') || each.sees('LOCALITY')) : '';
  const options = cursor.takes('WITH') ? cursor.list().map(plainOption) : [];
  const locality = cursor.takes('LOCALITY') ? cursor.rest() : '';
  const locked = options.find(isLock);
  return {
    path,
    columns: items.columns.filter(isOwn),
    families: items.families,
    indexes: items.indexes,
    constraints: items.constraints.filter(({ name }) => !name.startsWith('check_crdb_internal_')),
    options: options.filter((option) => option !== locked).sort(byCodeUnit),
    extras: {
      ...(partitions !== '' && { [leftAsFound.partitions]: partitions }),
      ...(locality !== '' && { [leftAsFound.locality]: locality }),
      ...(locked !== undefined && { [leftAsFound.locked]: locked }),
    },
  };
}

function readItem(text: string, items: Items): void {
  const cursor = new Cursor(text);
  const head = takesIndexHead(cursor);
  if (head) items.indexes.push({ name: cursor.name(), spec: readIndexBody(cursor, head) });
  else if (cursor.takes('FAMILY')) items.families.push({ name: cursor.name(), columns: namesIn(cursor) });
  else if (cursor.takes('CONSTRAINT')) readNamed(cursor, items);
  else items.columns.push(readColumn(text));
}

/** UNIQUE with an index is what the server prints as a unique index by itself. */
function readNamed(cursor: Cursor, items: Items): void {
  const name = cursor.name();
  if (cursor.sees('UNIQUE', '(')) {
    cursor.requires('UNIQUE');
    items.indexes.push({ name, spec: readIndexBody(cursor, { unique: true }) });
  } else items.constraints.push({ name, spec: readConstraint(cursor) });
}

function namesIn(cursor: Cursor): readonly string[] {
  return partsOfList(cursor.inParentheses()).map((part) => new Cursor(part).name());
}

/** What the server keeps for itself: the shard of a hash-sharded index, the time at which a row expires. */
function isOwn({ name }: ColumnSpec): boolean {
  return !name.startsWith('crdb_internal_');
}

/** Versions differ in whether they print names of parameters in quotes, and room around the sign. */
function plainOption(text: string): string {
  const cursor = new Cursor(text);
  const name = cursor.next().replace(/^'(.*)'$/, '$1');
  cursor.requires('=');
  return `${name}=${cursor.rest()}`;
}

/** Whether schema changes ask for the table to be unlocked first is the server's default, which is another one in each version. */
function isLock(option: string): boolean {
  return option.startsWith('schema_locked=');
}
