import { type Address, address, type Catalogue, type SchemaObject, schemaObject } from '@sync/core';
import type { Flavour, NamedOnce } from '../../flavour.js';
import { holderOf } from './named-once.js';
import type { ForeignKeySpec, TableSpec } from './spec.js';

/**
 * A table without its foreign keys to any of these: tables that refer to each other get them once all are there. And without what one of these is to have by its name,
 * of which the database has no two: adding that later would read rows again, to let go of it sooner reads none.
 */
export function loosenTable(
  table: SchemaObject<TableSpec>,
  from: ReadonlySet<Address>,
  goal: Catalogue,
  flavour: Flavour,
): SchemaObject<TableSpec> | undefined {
  const isTaken = (member: NamedOnce, name: string) => {
    const holder = flavour.namedOnce.has(member) ? holderOf(member, name, goal) : undefined;
    return holder !== undefined && holder.address !== table.address && from.has(holder.address);
  };
  const leadsThere = (key: ForeignKeySpec) => {
    const at = target(key);
    return at !== undefined && from.has(at) && at !== table.address;
  };
  const { foreignKeys, checks } = table.spec;
  const keys = foreignKeys.filter((key) => !leadsThere(key) && !isTaken('foreignKeys', key.name));
  const stayingChecks = checks.filter(({ name }) => !isTaken('checks', name));
  if (keys.length === foreignKeys.length && stayingChecks.length === checks.length) return undefined;
  const still = new Set(keys.map(target));
  const gone = new Set(foreignKeys.map(target).filter((at) => !still.has(at)));
  return schemaObject<TableSpec>({
    ...table,
    spec: { ...table.spec, foreignKeys: keys, checks: stayingChecks },
    needs: table.needs.filter((need) => !gone.has(need)),
  });
}

function target({ table, database }: ForeignKeySpec): Address | undefined {
  return database === undefined ? address('table', table) : undefined;
}
