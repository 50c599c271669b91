import { byCodeUnit, canonicalJson, grouped, type SchemaObject, schemaObject } from '@sync/core';
import { foldMember } from '../../text/names.js';
import type { ForeignKeySpec, TableSpec } from './spec.js';

type Table = SchemaObject<TableSpec>;

/**
 * A table of a goal with the foreign keys that nobody named under the names of those that are there and alike. The server counts them as they come (`t_ibfk_1`), so that one
 * more in front gives all that follow another name: https://dev.mysql.com/doc/refman/9.7/en/create-table-foreign-keys.html
 */
export function settleKeys(table: Table, there: Table | undefined): Table {
  const isCounted = ({ name }: ForeignKeySpec) => isNumbered(name, table.name);
  const wanted = table.spec.foreignKeys.filter(isCounted);
  if (!there || wanted.length === 0) return table;
  const names = namesFor(wanted, there.spec.foreignKeys.filter(isCounted), table.name);
  if (wanted.every((key) => names.get(key) === key.name)) return table;
  const foreignKeys = table.spec.foreignKeys
    .map((key) => ({ ...key, name: names.get(key) ?? key.name }))
    .sort((a, b) => byCodeUnit(foldMember(a.name), foldMember(b.name)));
  return schemaObject<TableSpec>({ ...table, spec: { ...table.spec, foreignKeys } });
}

/** What each is to be called: as the one that is there and alike, or else as it is, unless that name is one of those. */
function namesFor(
  wanted: readonly ForeignKeySpec[],
  held: readonly ForeignKeySpec[],
  table: string,
): ReadonlyMap<ForeignKeySpec, string> {
  const alike = grouped(held, essenceOf);
  const names = new Map<ForeignKeySpec, string>();
  const taken = new Set<string>();
  const take = (key: ForeignKeySpec, name: string) => {
    names.set(key, name);
    taken.add(foldMember(name));
  };
  const mine = (key: ForeignKeySpec) => alike.get(essenceOf(key)) ?? [];
  for (const key of wanted) if (mine(key).some(({ name }) => name === key.name)) take(key, key.name);
  for (const key of wanted) {
    const free = names.has(key) ? undefined : mine(key).find(({ name }) => !taken.has(foldMember(name)));
    if (free) take(key, free.name);
  }
  const used = new Set(held.map(({ name }) => foldMember(name)));
  let number = 1;
  const isFree = (name: string) => !taken.has(foldMember(name)) && !used.has(foldMember(name));
  for (const key of wanted) {
    if (names.has(key)) continue;
    while (!isFree(`${table}${infix}${number}`)) number++;
    take(key, taken.has(foldMember(key.name)) ? `${table}${infix}${number}` : key.name);
  }
  return names;
}

const infix = '_ibfk_';

function isNumbered(name: string, table: string): boolean {
  const [before, number] = [name.slice(0, table.length + infix.length), name.slice(table.length + infix.length)];
  return foldMember(before) === foldMember(`${table}${infix}`) && /^\d+$/.test(number);
}

/** A foreign key but for its name. */
function essenceOf({ name: _, ...key }: ForeignKeySpec): string {
  return canonicalJson(key);
}
