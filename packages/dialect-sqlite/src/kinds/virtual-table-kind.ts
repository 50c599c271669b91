import {
  address,
  type DescribedPart,
  type Found,
  type Json,
  type ObjectKind,
  type Reading,
  type SchemaObject,
  schemaObject,
  type Unmanaged,
} from '@sync/core';
import { breaksClients, dropsVirtualTable, refillsVirtualTable } from '../hazards.js';
import { readCreateVirtualTable } from '../read/create-virtual-table.js';
import { readOrReport, readSchema, type SchemaRow, type SchemaTexts } from '../read/schema.js';
import { meaningful, nameIn, splitAtCommas } from '../text/cursor.js';
import { foldName, quoteName } from '../text/names.js';
import { inTheWay, rewrittenFirst } from './quoted-strings.js';
import { textOf } from './view-kind.js';
import type { VirtualTableSpec } from './virtual-table/spec.js';

/** Virtual tables (FTS5, R-Tree and others). The tables in which their modules keep the content are not ours to touch. */
export const virtualTableKind: ObjectKind<VirtualTableSpec> = {
  kind: 'sqlite/virtual-table',
  title: 'virtual table',
  namespace: 'relation',
  inspect: inspectVirtualTables,
  compare: () => ({ replace: 'SQLite cannot alter a virtual table' }),
  survives: (_, change, { kept }) => kept || change.verb === 'alter' || change.verb === 'rename',
  describe: (table) => ({ head: `using ${table.spec.module}`, parts: argumentsOf(table) }),
  entails: (change, { base }) => (change.verb === 'rename' ? inTheWay(base) : new Map()),
  render(change, context) {
    const { base } = context;
    switch (change.verb) {
      case 'create':
        return [createDraft(change.to, base.has(change.address))];
      case 'drop':
        return [
          {
            summary: `drop virtual table ${change.from.name}`,
            sql: [{ text: `DROP TABLE ${quoteName(change.from.name)}` }],
            hazards: externalContent(change.from.spec)
              ? []
              : [dropsVirtualTable(change.from.name, change.from.spec.module)],
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
        return { impossible: 'SQLite cannot alter a virtual table' };
      default:
        return change satisfies never;
    }
  },
};

/** The CREATE VIRTUAL TABLE statement; the arguments as they were written where that is known. */
export function printVirtualTable(table: SchemaObject<VirtualTableSpec>): string {
  const { module, arguments: normalised } = table.spec;
  const written = (table.layout as { readonly arguments?: string } | undefined)?.arguments;
  const list = written ?? normalised.join(', ');
  return `CREATE VIRTUAL TABLE ${quoteName(table.name)} USING ${quoteName(module)}${list && `(${list})`}`;
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
function createDraft(table: SchemaObject<VirtualTableSpec>, isReplaced: boolean): ReturnType<typeof draft> {
  const content = externalContent(table.spec);
  if (content === undefined) return draft(table, [], []);
  const name = quoteName(table.name);
  const refill = `INSERT INTO ${name} (${name}) VALUES ('rebuild')`;
  return draft(table, [refill], isReplaced ? [refillsVirtualTable(table.name, content)] : []);
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

/** The table that an FTS5 table indexes; undefined where it stores its content itself, or stores none. */
function externalContent({ module, arguments: list }: VirtualTableSpec): string | undefined {
  if (module !== 'fts5') return undefined;
  for (const argument of list) {
    const [key, equals, value, ...more] = meaningful(argument);
    if (!key || !value || more.length > 0 || equals?.text !== '=') continue;
    if (foldName(nameIn(key)) === 'content') return nameIn(value) || undefined;
  }
  return undefined;
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
  const content = externalContent(spec);
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
