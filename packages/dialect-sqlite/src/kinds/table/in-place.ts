import type { Hazard } from '@sync/core';
import {
  addsCheck,
  addsForeignKey,
  addsNotNull,
  addsRequiredColumn,
  breaksClients,
  dropsColumn,
  fillsNulls,
  rewritesTable,
} from '../../hazards.js';
import { foldName, quoteName, writeName } from '../../text/names.js';
import { additionsInPlace } from './additions.js';
import { checkHazards } from './check-hazards.js';
import type { ColumnChange, TableDifference } from './difference.js';
import { printColumn } from './print.js';
import { printCheck, printConflict, printName, printReferences } from './print-constraint.js';
import { changedValues, isFilled } from './recomputed.js';
import { removalsInPlace } from './removals.js';
import { renamableForm } from './renamable.js';
import type { CheckSpec } from './spec.js';

/** One ALTER TABLE, and what a person should know of it. */
export interface Alteration {
  readonly summary: string;
  readonly sql: readonly string[];
  readonly hazards: readonly Hazard[];
}

/** How a table gets from one state to the other. */
export type Strategy =
  | { readonly alterations: readonly Alteration[]; readonly rebuild?: undefined }
  /** Why ALTER TABLE cannot do it. */
  | { readonly rebuild: string };

/** Decides between ALTER TABLE and a rebuild, from the difference and the server's abilities alone. */
export function chooseStrategy(difference: TableDifference, features: ReadonlySet<string>): Strategy {
  const obstacle = wholeTableObstacle(difference);
  if (obstacle !== undefined) return { rebuild: obstacle };
  const removals = removalsInPlace(difference, features);
  if ('obstacle' in removals) return { rebuild: removals.obstacle };
  // Each DROP COLUMN of a stored column writes the whole table again, so that one rebuild is the cheaper way from the second on.
  const written = removals.columns.filter((column) => difference.from.columns.get(column)?.generated?.stored !== false);
  if (written.length > 1) return { rebuild: 'several columns are dropped' };
  const additions = additionsInPlace(difference, features);
  if ('obstacle' in additions) return { rebuild: additions.obstacle };
  const changes: Alteration[] = [];
  for (const change of difference.changed) {
    const alteration = changeInPlace(difference, change, features);
    if (typeof alteration === 'string') return { rebuild: alteration };
    changes.push(alteration);
  }
  const table = difference.to.name;
  return {
    alterations: [
      ...renameAlterations(difference),
      ...removals.constraints.map((name) => dropConstraint(table, name)),
      ...additions.columns.map((addition) => addColumn(difference, addition)),
      ...removals.columns.map((column) => dropColumn(difference, column)),
      ...changes,
      ...additions.checks.map((check) => addCheck(table, difference.to.spelled(check))),
    ],
  };
}

/** Whether rows are updated on the way, which would fire triggers. */
export function fillsRows(difference: TableDifference): boolean {
  return difference.changed.some(isFilled);
}

function wholeTableObstacle(difference: TableDifference): string | undefined {
  const { uniques } = difference;
  if (difference.from.layout?.quotedStrings) return 'it holds strings in double quotes';
  if (difference.primaryKey) return 'its primary key changes';
  if (difference.spellsOut) return 'a foreign key that names no columns would refer to a new primary key';
  if (difference.strict) return `it becomes ${difference.to.strict ? '' : 'non-'}STRICT`;
  if (difference.withoutRowid) return `it becomes a table ${difference.to.withoutRowid ? 'without' : 'with'} rowids`;
  if (uniques.added.length > 0) return 'a unique constraint is added';
  if (uniques.dropped.length > 0) return 'a unique constraint is dropped';
  if (difference.order) return 'its columns change places';
  if (renamableForm(difference.original, difference.renames))
    return 'SQLite does not rename an INTEGER key WITHOUT ROWID that is in a unique constraint, too';
  return undefined;
}

/** RENAME COLUMN for each, the last of a chain first; in a circle, one name waits aside. */
export function renameStatements({ renames, to }: TableDifference): readonly string[] {
  const table = quoteName(to.name);
  const statements: string[] = [];
  // SQLite writes the new name into views and triggers as it stands here; in quotes, it could be taken for a string there.
  const rename = (from: string, next: string) =>
    statements.push(`ALTER TABLE ${table} RENAME COLUMN ${quoteName(from)} TO ${writeName(next)}`);
  const left = [...renames];
  while (left.length > 0) {
    const free = left.findIndex((each) =>
      left.every((other) => other === each || foldName(other.from) !== foldName(each.to)),
    );
    const [next] = left.splice(Math.max(free, 0), 1);
    if (!next) break;
    if (free >= 0) rename(next.from, next.to);
    else {
      const aside = '_schema_sync_aside';
      rename(next.from, aside);
      left.push({ from: aside, to: next.to });
    }
  }
  return statements;
}

/** What renames mean for clients. */
export function renameHazards({ renames, to }: TableDifference): readonly Hazard[] {
  return renames
    .filter((rename) => foldName(rename.from) !== foldName(rename.to))
    .map((rename) => breaksClients('column', `${to.name}.${rename.from}`, rename.to));
}

function renameAlterations(difference: TableDifference): readonly Alteration[] {
  const { renames, to } = difference;
  if (renames.length === 0) return [];
  const list = renames.map((rename) => `${rename.from} to ${rename.to}`).join(', ');
  const summary = `rename column ${list} in table ${to.name}`;
  return [{ summary, sql: renameStatements(difference), hazards: renameHazards(difference) }];
}

function dropConstraint(table: string, name: string): Alteration {
  return {
    summary: `drop constraint ${name} of table ${table}`,
    sql: [`ALTER TABLE ${quoteName(table)} DROP CONSTRAINT ${quoteName(name)}`],
    hazards: [],
  };
}

function dropColumn({ from, to }: TableDifference, folded: string): Alteration {
  const name = from.nameOf(folded);
  const generated = from.columns.get(folded)?.generated;
  return {
    summary: `drop column ${to.name}.${name}`,
    sql: [`ALTER TABLE ${quoteName(to.name)} DROP COLUMN ${quoteName(name)}`],
    hazards: generated
      ? generated.stored
        ? [rewritesTable(to.name)]
        : []
      : [dropsColumn(to.name, name), rewritesTable(to.name)],
  };
}

/** A column with the constraints that come with it. */
function addColumn(
  difference: TableDifference,
  addition: Extract<ReturnType<typeof additionsInPlace>, { columns: unknown }>['columns'][number],
): Alteration {
  const { to } = difference;
  const { column, checks, foreignKeys } = addition;
  const required = column.notNull !== undefined && column.default === undefined && !column.generated;
  const definition = [
    printColumn(column, to.spelled),
    ...checks.map((check) => printCheck(to.spelled(check))),
    ...foreignKeys.map((key) => printName(to.spelled(key)) + printReferences(key, to)),
  ].join(' ');
  return {
    summary: `add column ${to.name}.${column.name}`,
    sql: [`ALTER TABLE ${quoteName(to.name)} ADD COLUMN ${definition}`],
    hazards: [
      ...(required ? [addsRequiredColumn(to.name, column.name)] : []),
      ...(column.generated && column.notNull ? [addsNotNull(to.name, column.name)] : []),
      ...checkHazards(difference, checks),
    ],
  };
}

function addCheck(table: string, check: CheckSpec): Alteration {
  return {
    summary: `add check ${check.name ?? check.expression} to table ${table}`,
    sql: [`ALTER TABLE ${quoteName(table)} ADD ${printCheck(check)}`],
    hazards: [addsCheck(table, check.expression)],
  };
}

/** NOT NULL is all that can change in place; anything else is the reason for a rebuild. */
function changeInPlace(
  { from: before, to: table }: TableDifference,
  { from, to, facets }: ColumnChange,
  features: ReadonlySet<string>,
): Alteration | string {
  const other = facets.find((facet) => facet !== 'not-null');
  if (other) return `the ${other === 'generated' ? 'expression' : other} of ${to.name} changes`;
  if (!features.has('alter-constraints')) return `${to.name} ${to.notNull ? 'becomes' : 'is no longer'} NOT NULL`;
  if (to.notNull && (from.notNull || to.notNull.name !== undefined)) return `the NOT NULL of ${to.name} changes`;
  const head = `ALTER TABLE ${quoteName(table.name)} ALTER COLUMN ${quoteName(to.name)}`;
  const where = `${table.name}.${to.name}`;
  if (!to.notNull && before.layout?.repeats) return 'one of its constraints is written twice';
  if (!to.notNull) return { summary: `drop NOT NULL from ${where}`, sql: [`${head} DROP NOT NULL`], hazards: [] };
  const set = `${head} SET NOT NULL${printConflict(to.notNull)}`;
  if (to.default === undefined)
    return { summary: `set ${where} NOT NULL`, sql: [set], hazards: [addsNotNull(table.name, to.name)] };
  const name = quoteName(to.name);
  // A conflict clause of the table could otherwise delete or skip rows.
  const fill = `UPDATE OR ABORT ${quoteName(table.name)} SET ${name} = ${to.default} WHERE ${name} IS NULL`;
  return {
    summary: `fill and set ${where} NOT NULL`,
    sql: [fill, set],
    hazards: [fillsNulls(table.name, to.name, to.default)],
  };
}

/** The hazards of foreign keys that are new, or whose values change. */
export function foreignKeyHazards(difference: TableDifference): readonly Hazard[] {
  const { foreignKeys, to, added } = difference;
  // A new key takes the rowids that are there.
  const isEmpty = (folded: string) => {
    const column = to.columns.get(folded);
    const isFilled = column?.default !== undefined || column?.generated || folded === to.rowidAlias;
    return added.includes(folded) && !isFilled;
  };
  const values = changedValues(difference);
  const isNew = new Set(foreignKeys.added);
  return to.spec.foreignKeys
    .filter((key) => (isNew.has(key) ? !key.columns.every(isEmpty) : key.columns.some((column) => values.has(column))))
    .map((key) => addsForeignKey(to.name, to.targetOf(key.table)));
}
