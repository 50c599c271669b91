import {
  type Address,
  address,
  type DescribedPart,
  type Found,
  type Hazard,
  type Json,
  type ObjectKind,
  type Reading,
  type RenderContext,
  type SchemaObject,
  schemaObject,
  type Unmanaged,
} from '@sync/core';
import { checkVirtualTables } from '../check/check-virtual-tables.js';
import { breaksClients, dropsFullTextIndex, dropsVirtualTable, refillsVirtualTable } from '../hazards.js';
import { readCreateVirtualTable } from '../read/create-virtual-table.js';
import { readOrReport, readSchema, type SchemaTexts } from '../read/schema.js';
import type { SchemaRow } from '../read/schema-row.js';
import { meaningful, splitAtCommas } from '../text/cursor.js';
import { foldName, quoteName } from '../text/names.js';
import { inTheWay, rewrittenFirst } from './quoted-strings.js';
import { textOf } from './view-kind.js';
import { changesContent, contentOf } from './virtual-table/content.js';
import { argumentDeltas, renamedColumns } from './virtual-table/deltas.js';
import { printVirtualTable } from './virtual-table/print.js';
import { keepsContent, rebuildVirtualTable } from './virtual-table/rebuild.js';
import type { VirtualTableSpec } from './virtual-table/spec.js';

/** Virtual tables (FTS5, R-Tree and others). The tables in which their modules keep the content are not ours to touch. */
export const virtualTableKind: ObjectKind<VirtualTableSpec> = {
  kind: 'sqlite/virtual-table',
  title: 'virtual table',
  namespace: 'relation',
  inspect: inspectVirtualTables,
  check: checkVirtualTables,
  compare(from, to, { renamed }) {
    if (keepsContent(from, to, renamed)) return argumentDeltas(from, to, renamed);
    return { replace: 'SQLite cannot alter a virtual table, nor read all that this one holds' };
  },
  survives: ({ spec }, change, { kept }) =>
    kept || change.verb === 'rename' || (change.verb === 'alter' && !changesContent(contentOf(spec), change)),
  describe: (table) => ({ head: `using ${table.spec.module}`, parts: argumentsOf(table) }),
  entails: (change, { base }) => (change.verb === 'rename' || change.verb === 'alter' ? inTheWay(base) : new Map()),
  render(change, context) {
    switch (change.verb) {
      case 'create':
        return [createDraft(change.to, context)];
      case 'drop':
        return [
          {
            summary: `drop virtual table ${change.from.name}`,
            sql: [{ text: `DROP TABLE ${quoteName(change.from.name)}` }],
            hazards: dropHazards(change.from, context),
          },
        ];
      case 'rename':
        return [
          {
            summary: `rename virtual table ${change.from.name} to ${change.to.name}`,
            sql: [{ text: `ALTER TABLE ${quoteName(change.from.name)} RENAME TO ${quoteName(change.to.name)}` }],
            hazards: [breaksClients('virtual table', change.from.name, change.to.name)],
            after: rewrittenFirst(change.to, context),
          },
        ];
      case 'alter':
        return [
          {
            ...rebuildVirtualTable(change.from, change.to, renamedColumns(change.deltas)),
            after: rewrittenFirst(change.to, context),
          },
        ];
      default:
        return change satisfies never;
    }
  },
};

/** What is over another relation can be made and filled again; where that is what happens, nothing goes. */
function dropHazards(table: SchemaObject<VirtualTableSpec>, context: RenderContext): readonly Hazard[] {
  const content = contentOf(table.spec)?.source;
  if (content === undefined) return [dropsVirtualTable(table.name, table.spec.module)];
  return context.change(table.address)?.verb === 'drop' ? [dropsFullTextIndex(table.name, content)] : [];
}

/** An argument a line, as it was written where that is known. */
function argumentsOf(table: SchemaObject<VirtualTableSpec>): readonly DescribedPart[] {
  const written = (table.layout as { readonly arguments?: string } | undefined)?.arguments;
  const tokens = written === undefined ? [] : meaningful(written);
  const list =
    written === undefined || tokens.length === 0
      ? table.spec.arguments
      : splitAtCommas(tokens).map((each) => textOf(each, written));
  return list.map((text) => ({ type: 'argument', text }));
}

/** An index over another table can be filled from it again at once. */
function createDraft(table: SchemaObject<VirtualTableSpec>, context: RenderContext): ReturnType<typeof draft> {
  const content = contentOf(table.spec)?.source;
  if (content === undefined || table.needs.some((need) => isEmpty(need, context))) return draft(table, [], []);
  const name = quoteName(table.name);
  const refill = `INSERT INTO ${name} (${name}) VALUES ('rebuild')`;
  return draft(table, [refill], context.base.has(table.address) ? [refillsVirtualTable(table.name, content)] : []);
}

/** Whether a relation is made in the same plan and has no rows yet; a view has none where what it reads from has none. */
function isEmpty(address: Address, context: RenderContext): boolean {
  const change = context.change(address);
  if (change?.verb !== 'create') return false;
  const { needs } = change.to;
  return change.kind === 'table' || (needs.length > 0 && needs.every((need) => isEmpty(need, context)));
}

function draft(
  table: SchemaObject<VirtualTableSpec>,
  more: readonly string[],
  hazards: readonly ReturnType<typeof dropsVirtualTable>[],
) {
  return {
    summary: `create virtual table ${table.name}`,
    sql: [printVirtualTable(table), ...more].map((text) => ({ text })),
    hazards,
  };
}

async function* inspectVirtualTables(reading: Reading): AsyncGenerator<Found<VirtualTableSpec>> {
  const [scope] = reading.scopes;
  if (!scope) return;
  const schema = await readSchema(reading);
  const unmanaged: Unmanaged[] = [];
  for (const row of schema.virtualTables) {
    const object = readOrReport(() => virtualTableObject(row, schema), 'sqlite/virtual-table', row.name, unmanaged);
    if (object) yield { scope, object };
  }
  for (const each of unmanaged) yield { scope, unmanaged: each };
}

function virtualTableObject(row: SchemaRow, schema: SchemaTexts): SchemaObject<VirtualTableSpec> {
  const raw = readCreateVirtualTable(row.sql ?? '');
  const spec = { module: foldName(raw.module), arguments: raw.arguments };
  const content = contentOf(spec)?.source;
  const needed = content === undefined ? undefined : schema.relation(foldName(content));
  return schemaObject({
    kind: 'sqlite/virtual-table',
    address: address('sqlite/virtual-table', foldName(row.name)),
    name: row.name,
    spec,
    ...(needed && { needs: [needed] }),
    layout: { arguments: raw.written } satisfies Json,
  });
}
