import { type Address, address, byCodeUnit, type Found, type Json, type Reading, schemaObject } from '@sync/core';
import { type ColumnRow, columns } from '../../read/parts/columns.js';
import { constraints } from '../../read/parts/constraints.js';
import { ancestorsOf, heirsOf, type RelationRow, relationsOf } from '../../read/parts/relations.js';
import { readCatalogue } from '../../read/read-catalogue.js';
import { schemaNeed } from '../../read/schema-need.js';
import type { ServerCatalogue } from '../../read/server-catalogue.js';
import { readHeritage } from './heritage.js';
import { notNullsIn } from './not-null.js';
import { columnSpec } from './read-column.js';
import type { TableLayout, TableSpec } from './spec.js';

/** Reads every table with its columns. */
export async function* inspectTables(reading: Reading): AsyncGenerator<Found<TableSpec>> {
  const catalogue = await readCatalogue(reading);
  for (const row of [...relationsOf(catalogue, 'r'), ...relationsOf(catalogue, 'p')]) {
    const { oid, namespace, name, partitionKey } = row;
    const place = catalogue.placeOf(namespace);
    const rows = catalogue.where(columns, 'relation', oid);
    const own = rows.filter(({ inherited }) => !inherited);
    const { parents, above, overrides, along, sources } = readHeritage(row, catalogue);
    const inherited = rows.filter((each) => each.inherited).map((each) => columnSpec(each, catalogue));
    const object = schemaObject<TableSpec>({
      kind: 'table',
      address: address('table', ...place.prefix, name),
      name,
      spec: {
        columns: own.map((each) => columnSpec(each, catalogue)).sort((a, b) => byCodeUnit(a.name, b.name)),
        ...(parents.length > 0 && { parents }),
        ...(overrides.length > 0 && { overrides }),
        ...(partitionKey !== null && { partitionBy: partitionKey }),
        ...propertiesOf(row),
      },
      needs: [
        ...new Set([...schemaNeed(place), ...ancestorsOf(catalogue, oid), ...catalogue.needsOf('pg_class', oid)]),
      ],
      layout: {
        columns: rows.map((each) => each.name),
        ...(inherited.length > 0 && { inherited: inherited as unknown as Json }),
        ...(above && { above }),
        ...(sources && { sources }),
        ...(row.detaching && { detaching: true }),
        ...definedIn(rows),
        ...(along.length > 0 && { along: along as unknown as Json }),
        ...notNullsIn(name, rows),
        ...storagesIn(rows),
        ...(isChecked(oid, rows, catalogue) && { checked: true }),
        ...callsIn(rows, catalogue),
      },
    });
    yield { scope: place.scope, object };
  }
}

/** What is to be said of a table as a whole. */
function propertiesOf(row: RelationRow): Partial<TableSpec> {
  const identity = replicaIdentities[row.replicaIdentity];
  return {
    ...(row.ofType !== null && { ofType: row.ofType }),
    ...(row.unlogged && { unlogged: true as const }),
    ...(row.options && { options: [...row.options].sort() }),
    ...(row.rowSecurity && { rowSecurity: true as const }),
    ...(row.forcedRowSecurity && { forcedRowSecurity: true as const }),
    ...(identity && { replicaIdentity: identity }),
  };
}

/** An index that rows are told apart by says so itself. */
const replicaIdentities: Readonly<Record<string, TableSpec['replicaIdentity']>> = { f: 'full', n: 'nothing' };

function isChecked(oid: number, rows: readonly ColumnRow[], catalogue: ServerCatalogue): boolean {
  if (!rows.some(({ generated }) => generated === 'v')) return false;
  const own = catalogue.where(constraints, 'relation', oid).some(({ type }) => type === 'c');
  return own || heirsOf(catalogue, oid).length > 0;
}

/** What the table defines itself of what it inherits. */
function definedIn(rows: readonly ColumnRow[]): Pick<TableLayout, 'defined' | 'forbidden'> {
  const named = (test: (row: ColumnRow) => boolean | null) =>
    rows.filter((row) => row.inherited && test(row)).map(({ name }) => name);
  const [defined, forbidden] = [named((row) => row.defined), named((row) => row.forbidden)];
  return { ...(defined.length > 0 && { defined }), ...(forbidden.length > 0 && { forbidden }) };
}

function storagesIn(rows: readonly ColumnRow[]): Pick<TableLayout, 'storages'> {
  const storages = rows.flatMap(({ name, usualStorage }) =>
    usualStorage === null ? [] : [[name, usualStorage] as const],
  );
  return storages.length > 0 ? { storages: Object.fromEntries(storages) } : {};
}

/** What the expressions of columns need, where they need something. */
function callsIn(
  rows: readonly ColumnRow[],
  catalogue: ServerCatalogue,
): { readonly calls?: Readonly<Record<string, readonly Address[]>> } {
  const calls = rows.flatMap(({ name, relation, number, defaultOid }) => {
    if (defaultOid === null) return [];
    const [called, own] = [
      catalogue.needsOf('pg_attrdef', defaultOid),
      catalogue.needsOf('pg_class', relation, number),
    ];
    if (called.length === 0 && own.length === 0) return [];
    return [[name, [...new Set([...called, ...own])].sort()] as const];
  });
  return calls.length > 0 ? { calls: Object.fromEntries(calls) } : {};
}
