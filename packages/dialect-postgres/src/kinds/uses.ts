import {
  type Address,
  byCodeUnit,
  type Change,
  type Rename,
  type SchemaObject,
  type SurvivalContext,
} from '@sync/core';
import { type ColumnRow, columns } from '../read/parts/columns.js';
import { ancestorsOf } from '../read/parts/relations.js';
import type { ServerCatalogue } from '../read/server-catalogue.js';
import { columnChanges } from './table/table-delta.js';

/** The columns that an object uses: what the server looks at when one of them changes. */
export type Uses = readonly (readonly [Address, string])[];

/** The columns that an object was found to use. */
export function usesOf(object: SchemaObject): Uses {
  return (object.layout as unknown as { readonly uses?: Uses } | undefined)?.uses ?? [];
}

/** The columns that an object of the server's uses, and the types, collations and tables that these come from, sorted. */
export function readUses(
  catalogue: ServerCatalogue,
  from: string,
  oid: number,
): { readonly uses: readonly (readonly string[])[]; readonly types: readonly Address[] } {
  const found = catalogue.dependenciesOf(from, oid).flatMap(({ onCatalogue, onOid, column }) => {
    const on = onCatalogue === 'pg_class' && column > 0 ? catalogue.addressOf(onCatalogue, onOid) : undefined;
    const used = on && catalogue.where(columns, 'relation', onOid).find(({ number }) => number === column);
    if (!on || !used) return [];
    // What a partition has from its table changes with the table.
    const above = used.inherited ? ancestorsOf(catalogue, onOid) : [];
    return [on, ...above].map((each) => ({ on: each, used, above }));
  });
  return {
    uses: found.map(({ on, used }) => [on, used.name]).sort((a, b) => byCodeUnit(a.join('\0'), b.join('\0'))),
    types: found.flatMap(({ used, above }) => [...above, ...madeOf(catalogue, used)]),
  };
}

/** The uses after a rename. Addresses have been moved before, but those inside of a layout. */
export function followUses(uses: Uses, rename: Rename): Uses {
  if (rename.of === 'object') return uses.map(([on, column]) => [on === rename.from ? rename.to : on, column]);
  return uses.map(([on, column]) => [on, on === rename.object && column === rename.from ? rename.to : column]);
}

/** Whether the server writes a new name into the object: into what it needs, or into a column that it uses. */
export function isNamedIn(object: SchemaObject, rename: Rename): boolean {
  if (rename.of === 'object') return object.needs.includes(rename.to);
  return usesOf(object).some(([on, column]) => on === rename.object && column === rename.from);
}

const disturbing = new Set(['drop-column', 'drop-attribute', 'change-type', 'change-generated', 'change-collation']);

/** Whether a change touches a column that the server lets nobody touch while something uses it. */
export function disturbs(change: Change, uses: Uses, { origin }: SurvivalContext): boolean {
  const tables = new Set([change.address, origin(change.address)]);
  const used = new Set(uses.flatMap(([on, column]) => (tables.has(on) ? [column] : [])));
  return columnChanges(change).some(({ column, delta }) => disturbing.has(delta.type) && used.has(column));
}

/** The type of a column, and how it is sorted. */
function madeOf(catalogue: ServerCatalogue, { typeOid, collationOid }: ColumnRow): readonly Address[] {
  const all = [catalogue.addressOf('pg_type', typeOid), catalogue.addressOf('pg_collation', collationOid)];
  return all.filter((at) => at !== undefined);
}
