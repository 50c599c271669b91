import { address, type Catalogue, type Flaw, type SchemaObject } from '@sync/core';
import { foldMember, quoteName } from '../../text/names.js';
import {
  type ColumnSpec,
  type ForeignKeySpec,
  type IndexPart,
  type IndexSpec,
  primary,
  type TableSpec,
} from './spec.js';
import { bits, partsOf } from './type-fit.js';

type Table = SchemaObject<TableSpec>;

/**
 * Foreign keys that could not be made while the server asks for what they refer to: to a table that never came, or to one that was altered below them. What no server
 * takes is told, and what depends on its settings is left to it.
 */
export function* danglingKeys(tables: readonly Table[], catalogue: Catalogue): Generator<Flaw> {
  for (const table of tables) {
    for (const key of table.spec.foreignKeys) {
      if (key.database !== undefined) continue;
      const there = catalogue.get(address('table', key.table)) as Table | undefined;
      const wrong = there ? misfitOf(key, table, there) : 'there is no such table';
      if (wrong === undefined) continue;
      const drop = `ALTER TABLE ${quoteName(table.name)} DROP FOREIGN KEY ${quoteName(key.name)}`;
      const message = `foreign key ${key.name} refers to ${key.table}, and ${wrong}`;
      if (there) yield { address: table.address, message, hint: hints.misfit(drop) };
      else yield { address: table.address, message, missing: [key.table], hint: hints.missing(drop, key.table) };
    }
  }
}

const taken = 'The server takes such a key only while foreign_key_checks is off, and rows fail on it later';

const hints = {
  missing: (drop: string, table: string) =>
    `${taken}. Define table ${table}, or leave the key out (of a database: ${drop}). Where the target has that table and it is to be left alone, name it with --exclude.`,
  misfit: (drop: string) => `${taken}. Let both ends fit, or leave the key out (of a database: ${drop}).`,
} as const;

/** Why a key could not be made to a table; undefined where it could. */
function misfitOf(key: ForeignKeySpec, from: Table, to: Table): string | undefined {
  if (from.spec.engine !== to.spec.engine) return `that is kept by ${to.spec.engine}, not by ${from.spec.engine}`;
  const [own, theirs] = [columnsOf(from), columnsOf(to)];
  for (const [position, name] of key.references.entries()) {
    const theirColumn = theirs.get(foldMember(name));
    const ownColumn = own.get(foldMember(key.columns[position] ?? ''));
    if (!theirColumn) return `there is no column ${name} in that`;
    if (ownColumn && !fits(ownColumn, theirColumn))
      return `column ${ownColumn.name} is ${shown(ownColumn)} while ${theirColumn.name} there is ${shown(theirColumn)}`;
  }
  const wanted = key.references.map(foldMember);
  return to.spec.indexes.some((index) => begins(index, wanted, to.spec))
    ? undefined
    : `no key of that begins with ${key.references.join(', ')}`;
}

function columnsOf({ spec }: Table): ReadonlyMap<string, ColumnSpec> {
  return new Map(spec.columns.map((column) => [foldMember(column.name), column]));
}

/** Whole numbers are to be of one size and sign, texts of one character set and collation: https://dev.mysql.com/doc/refman/9.7/en/create-table-foreign-keys.html */
function fits(own: ColumnSpec, theirs: ColumnSpec): boolean {
  const [one, other] = [partsOf(own.type), partsOf(theirs.type)];
  if (one.name in bits || other.name in bits)
    return one.name === other.name && one.rest.includes('unsigned') === other.rest.includes('unsigned');
  return own.charset === theirs.charset && own.collation === theirs.collation;
}

function shown({ type, collation }: ColumnSpec): string {
  return collation === undefined ? type : `${type} COLLATE ${collation}`;
}

/** Behind its own columns an index holds those by which rows lie, and a key may lead to them, too: https://dev.mysql.com/doc/refman/9.7/en/create-table-foreign-keys.html */
function begins({ parts, type }: IndexSpec, wanted: readonly string[], { indexes }: TableSpec): boolean {
  if (type === 'FULLTEXT' || type === 'SPATIAL') return false;
  const [byKey] = indexes.filter(({ name }) => name === primary);
  // Without a primary key it is one of the unique ones.
  const places = byKey ? [byKey] : indexes.filter(({ unique }) => unique);
  const whole = parts.slice(0, wanted.length).map(wholeColumn);
  const hidden = places.flatMap((each) => each.parts.map(wholeColumn));
  const held = new Set([...whole, ...(parts.length < wanted.length ? hidden : [])]);
  return whole.every((name) => wanted.includes(name)) && wanted.every((name) => held.has(name));
}

/** The column that a part of an index is; empty for a part of one, and for an expression. */
function wholeColumn({ column = '', length }: IndexPart): string {
  return length ? '' : foldMember(column);
}
