import type { Address, Catalogue, RenderContext, SchemaObject, Statement } from '@sync/core';
import { foldName, quoteName, quoteText } from '../../text/names.js';
import { isIndexSpec } from '../index/spec.js';
import { tableAddress } from './build.js';
import type { TableDifference } from './difference.js';
import type { ForeignKeySpec, TableSpec } from './spec.js';

/** Recognises a table among a catalogue's objects. */
export function isTable(object: SchemaObject | undefined): object is SchemaObject<TableSpec> {
  return object?.kind === 'table';
}

const incoming = new WeakMap<Catalogue, ReadonlyMap<string, readonly SchemaObject<TableSpec>[]>>();

/** The tables, other than itself, with a foreign key to the table of this folded name. Indexed once a catalogue. */
export function tablesThatReference(table: string, catalogue: Catalogue): readonly SchemaObject<TableSpec>[] {
  let index = incoming.get(catalogue);
  if (!index) {
    index = indexReferences(catalogue);
    incoming.set(catalogue, index);
  }
  return index.get(table) ?? [];
}

function indexReferences(catalogue: Catalogue): ReadonlyMap<string, readonly SchemaObject<TableSpec>[]> {
  const index = new Map<string, SchemaObject<TableSpec>[]>();
  for (const object of catalogue) {
    if (!isTable(object)) continue;
    for (const table of new Set(object.spec.foreignKeys.map((key) => key.table))) {
      if (tableAddress(table) === object.address) continue;
      const known = index.get(table);
      if (known) known.push(object);
      else index.set(table, [object]);
    }
  }
  return index;
}

/** The statements that make sure that a rebuild leaves no row referring to nothing that did not do so before. */
export interface ReferenceChecks {
  readonly before: readonly Statement[];
  readonly after: readonly Statement[];
}

/** Where violations that were there before are kept while a table is rebuilt. */
const memory = '_schema_sync_violations';

/** Compares the violations before and after, in the table itself and in those that refer to it. */
export function referenceChecks(difference: TableDifference, context: RenderContext): ReferenceChecks {
  const { from, to } = difference;
  const folded = foldName(to.name);
  const others = tablesThatReference(folded, context.goal).filter(({ address }) => context.base.has(address));
  const after = [to.object, ...others].filter((each) => isChecked(each.spec, folded, context, context.goal));
  if (after.length === 0) return { before: [], after: [] };
  const before = [from.object, ...others.flatMap(({ address }) => context.base.get(address) ?? [])]
    .filter(isTable)
    .filter((each) => isChecked(each.spec, folded, context, context.base));
  const names = (tables: readonly SchemaObject[]) => findViolations(tables.map((each) => each.name));
  const check = {
    message: `rows would refer to nothing after the rebuild of ${to.name}`,
    hint: 'Mend or delete these rows first: each line is a table, a rowid, and the table that it refers to.',
  };
  if (before.length === 0) return { before: [], after: [{ text: `${names(after)}\nLIMIT 20`, check }] };
  return {
    before: [{ text: `CREATE TABLE ${quoteName(memory)} AS\n${names(before)}` }],
    after: [{ text: newViolations(names(after)), check }, { text: `DROP TABLE ${quoteName(memory)}` }],
  };
}

function newViolations(now: string): string {
  return `SELECT now."table", now."rowid", now."parent"
FROM (
${now}
) AS now
LEFT JOIN ${quoteName(memory)} AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20`;
}

function isChecked(spec: TableSpec, underWay: string, context: RenderContext, side: Catalogue): boolean {
  return spec.foreignKeys.length > 0 && spec.foreignKeys.every((key) => isCheckable(key, underWay, context, side));
}

function findViolations(tables: readonly string[]): string {
  return tables
    .map(
      (table) =>
        `SELECT "table", "rowid", "parent", count(*) AS "rows" FROM pragma_foreign_key_check(${quoteText(table)}) GROUP BY 1, 2, 3`,
    )
    .join('\nUNION ALL\n');
}

/** SQLite refuses to check a foreign key whose target is not unique at that moment; the unique indexes of a table under way are not there. */
function isCheckable(key: ForeignKeySpec, underWay: string, context: RenderContext, side: Catalogue): boolean {
  const address = tableAddress(key.table);
  const { references } = key;
  const target = side.get(address);
  if (!isTable(target)) return !context.base.has(address) && !context.goal.has(address);
  if (!references) return false;
  if (hasKey(target.spec, references)) return true;
  if (key.table === underWay || context.change(address)) return false;
  return context.base.children(address).some((child) => isUniqueOver(child, references, address));
}

function hasKey(spec: TableSpec, columns: readonly string[]): boolean {
  const keys = [...(spec.primaryKey ? [spec.primaryKey] : []), ...spec.uniques];
  return keys.some(
    (key) =>
      sameColumns(
        key.columns.map((part) => part.column),
        columns,
      ) && key.columns.every((part) => !part.collation),
  );
}

function isUniqueOver(child: SchemaObject, columns: readonly string[], table: Address): boolean {
  if (child.kind !== 'index' || child.parent !== table || !isIndexSpec(child.spec)) return false;
  const { unique, terms, where } = child.spec;
  if (!unique || where !== undefined) return false;
  return sameColumns(
    terms.map((term) => term.column ?? ''),
    columns,
  );
}

function sameColumns(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join('\0') === [...b].sort().join('\0');
}
