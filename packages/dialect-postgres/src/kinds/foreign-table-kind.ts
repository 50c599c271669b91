import {
  type Address,
  address,
  byCodeUnit,
  type Catalogue,
  type Change,
  type Found,
  type Hazard,
  type Json,
  type ObjectKind,
  partsOf,
  type Reading,
  type SchemaObject,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import { breaksClients, dropsForeignTable, locksTable } from '../hazards.js';
import { columns } from '../read/parts/columns.js';
import { foreignColumns, foreignTables } from '../read/parts/foreign.js';
import { type RelationRow, relationsOf } from '../read/parts/relations.js';
import { readCatalogue } from '../read/read-catalogue.js';
import { schemaNeed } from '../read/schema-need.js';
import type { ServerCatalogue } from '../read/server-catalogue.js';
import { quoteName } from '../text/names.js';
import { pathOf, qualified, shown } from '../text/qualified.js';
import { comesBack } from './comes-back.js';
import { leftAloneFor, printOptions, readOptions } from './foreign/options.js';
import {
  alterForeignTable,
  type ForeignColumnSpec,
  type ForeignTableDelta,
  type ForeignTableSpec,
  foreignTableDeltas,
  printForeignTable,
} from './foreign/table.js';
import { columnRenames } from './in-sequence.js';
import { renaming } from './renaming.js';
import { describeTable } from './table/describe.js';
import { followInTable } from './table/follow.js';
import { columnSpec } from './table/read-column.js';
import type { TableSpec } from './table/spec.js';
import { remakesType } from './type/remakes-type.js';

type ForeignTable = SchemaObject<ForeignTableSpec>;

/** Foreign tables: the rows are elsewhere, and so is what they really look like. */
export const foreignTableKind: ObjectKind<ForeignTableSpec, ForeignTableDelta> = {
  kind: 'postgres/foreign-table',
  title: 'foreign table',
  namespace: ['relation', 'type'],
  inspect: inspectForeignTables,
  compare: (from, to, { renamed }) =>
    from.spec.server === to.spec.server
      ? foreignTableDeltas(from, to, renamed)
      : { replace: 'a foreign table cannot go to another server' },
  follow(table, rename) {
    const followed = followInTable(table as unknown as SchemaObject<TableSpec>, rename) as unknown as ForeignTable;
    if (rename.of !== 'object' || rename.from !== address('postgres/server', table.spec.server)) return followed;
    return schemaObject({ ...followed, spec: { ...followed.spec, server: rename.name } });
  },
  // Its server goes, and what is left alone of that with it.
  carry: (table, { before, after }) =>
    table.needs.some((need) => isServerGone(need, before, after)) ? undefined : table,
  // Its rows are elsewhere, so that nothing is lost where it makes way for a type that is made anew.
  survives: (_, change) => change.verb !== 'replace' && !remakesType(change),
  render(change, context) {
    switch (change.verb) {
      case 'create': {
        const sql = printForeignTable(change.to).map((text) => ({ text }));
        return [{ summary: `create foreign table ${shown(change.to)}`, sql }];
      }
      case 'drop':
        return [
          {
            summary: `drop foreign table ${shown(change.from)}`,
            sql: [{ text: `DROP FOREIGN TABLE ${qualified(change.from)}` }],
            hazards: [comesBack(change.from, context) ? locked(change.from) : dropsForeignTable(pathOf(change.from))],
          },
        ];
      case 'rename':
        return [renaming({ ...change, title: 'foreign table' }, context)];
      case 'alter':
        return alterSteps(change);
      default:
        return change satisfies never;
    }
  },
  describe(table) {
    const { columns: described = [] } = describeTable(table as unknown as SchemaObject<TableSpec>);
    const options = new Map(table.spec.columns.map((column) => [column.name, printOptions(column.wrapping).trim()]));
    return {
      head: `server ${table.spec.server}${printOptions(table.spec.options)}`,
      columns: described.map((column) => {
        const own = options.get(column.name);
        return own ? { ...column, facts: [...(column.facts ?? []), own] } : column;
      }),
    };
  },
  // Who asks for rows would ask the other server.
  relation: (table) => ({
    name: table.name,
    type: 'view',
    columns: table.spec.columns.map(({ name, type, notNull }) => ({ name, type, nullable: !notNull })),
    foreignKeys: [],
    indexes: [],
  }),
};

function isServerGone(need: Address, before: Catalogue, after: Catalogue): boolean {
  return partsOf(need).kind === 'postgres/server' && before.has(need) && !after.has(need);
}

function alterSteps({
  to,
  deltas,
}: Extract<Change<ForeignTableSpec, ForeignTableDelta>, { verb: 'alter' }>): readonly StepDraft[] {
  const alter = `ALTER FOREIGN TABLE ${qualified(to)}`;
  const renames = columnRenames(deltas).map((rename): StepDraft => {
    const [from, next] = [String(rename.delta.from), String(rename.delta.to)];
    return {
      summary: `rename column ${from} to ${next} of foreign table ${shown(to)}`,
      sql: [{ text: `${alter} RENAME COLUMN ${quoteName(rename.from)} TO ${quoteName(rename.to)}` }],
      hazards: [rename.tells ? breaksClients('column', `${shown(to)}.${from}`, next) : locked(to)],
    };
  });
  const others = deltas
    .filter(({ type }) => type !== 'rename-column')
    .map((delta): StepDraft => {
      const [what, sql] = alterForeignTable(to, delta);
      const summary = `${what} of foreign table ${shown(to)}`;
      return { summary, sql: sql.map((text) => ({ text })), hazards: [locked(to)] };
    });
  return [...renames, ...others];
}

function locked(table: ForeignTable): Hazard {
  return locksTable(shown(table), 'ACCESS EXCLUSIVE');
}

async function* inspectForeignTables(reading: Reading): AsyncGenerator<Found<ForeignTableSpec>> {
  const catalogue = await readCatalogue(reading);
  for (const row of relationsOf(catalogue, 'f')) {
    const place = catalogue.placeOf(row.namespace);
    const at = address('postgres/foreign-table', ...place.prefix, row.name);
    const [foreign] = catalogue.where(foreignTables, 'relation', row.oid);
    if (!foreign) continue;
    const own = catalogue.where(foreignColumns, 'relation', row.oid);
    const reason = leftAloneFor([foreign, ...own].map(({ options }) => options));
    if (reason !== undefined) {
      const name = [...place.prefix, row.name].join('.');
      yield { scope: place.scope, unmanaged: { kind: 'foreign table', name, reason } };
    } else {
      const needs = [...schemaNeed(place), ...catalogue.needsOf('pg_class', row.oid)];
      const object = schemaObject<ForeignTableSpec>({
        kind: 'postgres/foreign-table',
        address: at,
        name: row.name,
        spec: { server: foreign.server, ...readOptions(foreign.options), columns: columnsOf(row, catalogue) },
        needs: [...new Set(needs)].filter((need) => need !== at).sort(),
        layout: { columns: catalogue.where(columns, 'relation', row.oid).map(({ name }) => name) } as Json,
      });
      yield { scope: place.scope, object };
    }
  }
}

function columnsOf({ oid }: RelationRow, catalogue: ServerCatalogue): readonly ForeignColumnSpec[] {
  const options = new Map(
    catalogue.where(foreignColumns, 'relation', oid).map((row) => [row.number, readOptions(row.options).options]),
  );
  return catalogue
    .where(columns, 'relation', oid)
    .map((row) => {
      const wrapping = options.get(row.number);
      return { ...columnSpec(row, catalogue), ...(wrapping && { wrapping }) };
    })
    .sort((a, b) => byCodeUnit(a.name, b.name));
}
