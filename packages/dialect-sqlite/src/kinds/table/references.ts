import {
  type Address,
  address as addressOf,
  type Catalogue,
  type RenderContext,
  type SchemaObject,
  type Statement,
} from '@sync/core';
import { quoteName, quoteText } from '../../text/names.js';
import { isIndexSpec } from '../index/spec.js';
import { memoryName } from '../interim.js';
import { tableAddress } from './build.js';
import type { TableDifference } from './difference.js';
import { rebuildOrder, type Watched } from './rebuild-order.js';
import { type ForeignKeySpec, isTable, type TableSpec } from './spec.js';
import { TableView } from './view-of-table.js';

/** The statements that make sure that a rebuild leaves no row referring to nothing that did not do so before. */
export interface ReferenceChecks {
  readonly before: readonly Statement[];
  readonly after: readonly Statement[];
}

/**
 * Compares the violations before and after, in the table itself and in those that refer to it. What is looked at is remembered before the first rebuild that
 * has to do with it, and compared after the last.
 */
export function referenceChecks({ to }: TableDifference, context: RenderContext): ReferenceChecks {
  const { address } = to.object;
  const memory = memoryName(to.object, 'own_violations');
  const watched = rebuildOrder(context)
    .watched(address)
    .filter(({ goal }) => isChecked(goal.spec, context, context.goal))
    .map((each) => ({ ...each, remembered: isChecked(each.base.spec, context, context.base) }));
  const starts = (each: Watched) => each.rebuilds[0] === address;
  const ends = (each: Watched) => each.rebuilds.at(-1) === address;
  const here = watched.filter((each) => starts(each) && ends(each));
  const remembered = here.filter((each) => each.remembered);
  const opened = watched.filter((each) => each.remembered && starts(each) && !ends(each));
  const closed = watched.filter((each) => ends(each) && !starts(each));
  return {
    before: [
      ...(remembered.length > 0 ? [remember(memory, remembered)] : []),
      ...opened.map((each) => remember(memoryOf(each), [each])),
    ],
    after: [
      ...(here.length > 0 ? compareNow(here, remembered.length > 0 ? memory : undefined, to.name) : []),
      ...closed.flatMap((each) => compareNow([each], each.remembered ? memoryOf(each) : undefined, to.name)),
    ],
  };
}

function memoryOf({ goal }: Watched): string {
  return memoryName(goal, 'violations');
}

function remember(into: string, watched: readonly Watched[]): Statement {
  return { text: `CREATE TABLE ${quoteName(into)} AS\n${findViolations(watched)}` };
}

function compareNow(watched: readonly Watched[], from: string | undefined, table: string): readonly Statement[] {
  const now = findViolations(watched);
  const check = {
    message: `rows would refer to nothing after the rebuild of ${table}`,
    hint: 'Mend or delete these rows first: each is a table, a rowid, and the table that it refers to.',
  };
  if (from === undefined) return [{ text: `${now}\nLIMIT 20`, check }];
  return [{ text: newViolations(now, from), check }, { text: `DROP TABLE ${quoteName(from)}` }];
}

function newViolations(now: string, from: string): string {
  return `SELECT now."table", now."rowid", now."parent"
FROM (
${now}
) AS now
LEFT JOIN ${quoteName(from)} AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20`;
}

function isChecked(spec: TableSpec, context: RenderContext, side: Catalogue): boolean {
  return spec.foreignKeys.length > 0 && spec.foreignKeys.every((key) => isCheckable(key, context, side));
}

function findViolations(watched: readonly Watched[]): string {
  return watched
    .map((each) => {
      const rowid = keepsRowids(each) ? '"rowid"' : 'NULL AS "rowid"';
      const from = `pragma_foreign_key_check(${quoteText(each.goal.name)})`;
      // The name of what is referred to is given as the foreign key spells it, which a rebuild may change.
      return `SELECT "table", ${rowid}, lower("parent") AS "parent", count(*) AS "rows" FROM ${from} GROUP BY 1, 2, 3`;
    })
    .join('\nUNION ALL\n');
}

/** Whether a row can be known again by its rowid; else the violations are only counted. */
function keepsRowids({ base, goal }: Watched): boolean {
  const [from, to] = [new TableView(base), new TableView(goal)];
  if (from.rowidName === undefined || to.rowidName === undefined) return false;
  const { rowidAlias } = to;
  return rowidAlias === undefined || rowidAlias === from.rowidAlias || !from.columns.has(rowidAlias);
}

/** The other kinds whose names are those of tables. */
const others = ['view', 'sqlite/virtual-table'];

/** SQLite refuses to check a foreign key whose target is not unique at that moment; the unique indexes of a table under way are not there. */
function isCheckable(key: ForeignKeySpec, context: RenderContext, side: Catalogue): boolean {
  const address = tableAddress(key.table);
  const { references } = key;
  const target = side.get(address);
  if (!isTable(target)) return !context.base.has(address) && !context.goal.has(address);
  if (!references) return false;
  // A view may take the name of a table that is dropped before it is looked at, and has no key.
  if (others.some((kind) => context.goal.has(addressOf(kind, key.table)))) return false;
  if (hasKey(target.spec, references)) return true;
  if (context.change(address) || !context.goal.has(address)) return false;
  return context.base
    .children(address)
    .some((child) => isUniqueOver(child, references, address) && isLeftAlone(child.address, context));
}

function isLeftAlone(address: Address, { goal, change }: RenderContext): boolean {
  return goal.has(address) && !change(address);
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
