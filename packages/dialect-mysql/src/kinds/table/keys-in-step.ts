import { type BridgeSpec, byCodeUnit, canonicalJson, equalJson } from '@sync/core';
import { foldMember, quoteName } from '../../text/names.js';
import { type ForeignKeySpec, type IndexSpec, primary, type TableSpec } from './spec.js';

type Keyed = Pick<TableSpec, 'indexes' | 'foreignKeys'>;

/** What the server can write through a foreign key, and fires no trigger for: https://dev.mysql.com/doc/refman/9.7/en/create-table-foreign-keys.html */
export function isWriting({ onDelete, onUpdate }: ForeignKeySpec): boolean {
  return /^SET/.test(onDelete) || /^(?:SET|CASCADE)/.test(onUpdate);
}

/**
 * Foreign keys of the new shape that write to new columns what those of the old shape write to the old ones: with both there the server keeps them in step by itself,
 * where all that changes is what columns are called. By the keys of the old shape.
 */
export function twinsOf(
  old: readonly ForeignKeySpec[],
  next: readonly ForeignKeySpec[],
  bridges: readonly BridgeSpec[],
): ReadonlyMap<ForeignKeySpec, ForeignKeySpec> {
  const renamed = new Map(bridges.filter(isPlain).map((each) => [foldMember(each.column), each.into[0]?.column ?? '']));
  const news = new Map(next.map((key) => [essenceOf(key), key]));
  return new Map(
    old.flatMap((key) => {
      const columns = key.columns.map((column) => renamed.get(foldMember(column)) ?? column);
      const twin = news.get(essenceOf({ ...key, columns }));
      return isWriting(key) && twin && !equalJson(columns, key.columns) ? [[key, twin] as const] : [];
    }),
  );
}

/** What a table has between the phases, and the twins of its foreign keys that are not there yet: with an index for each, which the server would make. */
export function withTwins(served: Keyed, twins: readonly ForeignKeySpec[], next: Keyed, table: string): Keyed {
  const there = new Set(served.foreignKeys.map(essenceOf));
  const come = twins.filter((key) => !there.has(essenceOf(key)));
  if (come.length === 0) return served;
  const taken = new Set([...served.foreignKeys, ...served.indexes].map(({ name }) => foldMember(name)));
  const nameFor = (own: string, columns: readonly string[]) =>
    taken.has(foldMember(own)) ? `${table}_${columns.join('_')}`.slice(0, 55).concat('_in_step') : own;
  const foreignKeys = come.map((key) => ({ ...key, name: nameFor(key.name, key.columns) }));
  const indexes = come.flatMap(({ columns }): readonly IndexSpec[] => {
    if (served.indexes.some((index) => leads(index, columns))) return [];
    const index = next.indexes.find((each) => each.name !== primary && !each.unique && leads(each, columns));
    return index ? [{ ...index, name: nameFor(index.name, columns) }] : [];
  });
  return {
    foreignKeys: [...served.foreignKeys, ...foreignKeys].sort(byName),
    indexes: [...served.indexes, ...indexes].sort(byName),
  };
}

function isPlain({ column, into: [first, ...more], back }: BridgeSpec): boolean {
  return first?.as === quoteName(column) && more.length === 0 && back === quoteName(first.column);
}

function leads({ parts }: IndexSpec, columns: readonly string[]): boolean {
  return columns.every((column, i) => foldMember(parts[i]?.column ?? '') === foldMember(column));
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return byCodeUnit(foldMember(a.name), foldMember(b.name));
}

/** A foreign key but for its name. */
function essenceOf({ name: _, ...rest }: ForeignKeySpec): string {
  return canonicalJson({ ...rest, columns: rest.columns.map(foldMember) });
}
