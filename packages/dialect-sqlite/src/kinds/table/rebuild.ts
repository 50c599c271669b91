import { equalJson, type Hazard, type Ref, type RenderContext, type Statement, type StepDraft } from '@sync/core';
import {
  addsCheck,
  addsNotNull,
  addsRequiredColumn,
  addsUnique,
  changesPrimaryKey,
  convertsValues,
  dropsColumn,
  enforcesTypes,
  fillsNulls,
  rebuildsTable,
  replacesValues,
} from '../../hazards.js';
import { foldName, quoteName, quoteText } from '../../text/names.js';
import { affinityOf, isLossy } from './affinity.js';
import { tableAddress } from './build.js';
import { copyStatement } from './copy.js';
import type { ColumnChange, TableDifference } from './difference.js';
import { foreignKeyHazards, renameHazards, renameStatements } from './in-place.js';
import { printTable } from './print.js';
import { isTable, referenceChecks } from './references.js';

/**
 * Renders the procedure of https://sqlite.org/lang_altertable.html#otheralter as one step: a new table beside the old one, the rows copied and counted, and the
 * names exchanged. Foreign keys are off for the whole batch, because dropping the old table would else delete the rows that cascade from it.
 */
export function rebuildTable(difference: TableDifference, because: string, context: RenderContext): StepDraft {
  const { to } = difference;
  const folded = foldName(to.name);
  const interim = `_schema_sync_new_${folded}`;
  const references = referenceChecks(difference, context);
  const copy = copyStatement(difference, interim);
  const text = (statement: string): Statement => ({ text: statement });
  return {
    summary: `rebuild table ${to.name}`,
    settings: { 'sqlite/foreign_keys': 'off' },
    sql: [
      ...renameStatements(difference).map(text),
      ...references.before,
      text(printTable(to.object, interim)),
      ...(copy === undefined ? [] : [text(copy)]),
      countRows(difference, interim),
      ...keepCounter(difference, interim).map(text),
      text(`DROP TABLE ${quoteName(difference.from.name)}`),
      // Without it, the rename would refuse views and triggers that name the table which is not there for a moment.
      text('PRAGMA legacy_alter_table = ON'),
      text(`ALTER TABLE ${quoteName(interim)} RENAME TO ${quoteName(to.name)}`),
      text('PRAGMA legacy_alter_table = OFF'),
      ...references.after,
    ],
    hazards: rebuildHazards(difference, because),
    after: changedParents(difference, context),
  };
}

function countRows({ from }: TableDifference, interim: string): Statement {
  const rows = (table: string) => `(SELECT count(*) FROM ${quoteName(table)})`;
  return {
    text: `SELECT ${rows(from.name)} AS "before", ${rows(interim)} AS "after"\nWHERE ${rows(from.name)} <> ${rows(interim)}`,
    check: {
      message: `the rebuild of ${from.name} would lose rows`,
      hint: 'A new constraint resolves conflicts by ignoring or replacing rows, or nothing of the old rows fits the new table.',
    },
  };
}

/** AUTOINCREMENT promises never to give a key twice, so the new table goes on counting where the old one was. */
function keepCounter({ from, to }: TableDifference, interim: string): readonly string[] {
  if (!from.spec.primaryKey?.autoincrement || !to.spec.primaryKey?.autoincrement) return [];
  return [
    `DELETE FROM sqlite_sequence WHERE name = ${quoteText(interim)}`,
    `INSERT INTO sqlite_sequence (name, seq)\nSELECT ${quoteText(interim)}, seq FROM sqlite_sequence WHERE name = ${quoteText(from.name)}`,
  ];
}

/** A foreign key can only be checked once what it refers to has its new form. Circles are left in the order of names. */
function changedParents({ to }: TableDifference, { goal, change }: RenderContext): readonly Ref[] {
  return to.spec.foreignKeys.flatMap((key): readonly Ref[] => {
    const address = tableAddress(key.table);
    if (address === to.object.address) return [];
    const verb = change(address)?.verb;
    if (verb === 'alter' && leadsBack(key.table, foldName(to.name), goal)) return [];
    const refs: Ref[] = [{ verb: 'rename', address }];
    return verb === 'create' || verb === 'alter' ? [...refs, { verb, address }] : refs;
  });
}

/** Whether the foreign keys of a table lead to another in the end. */
function leadsBack(from: string, to: string, goal: RenderContext['goal']): boolean {
  const seen = new Set([from]);
  for (const table of seen) {
    if (table === to) return true;
    const object = goal.get(tableAddress(table));
    if (isTable(object)) for (const key of object.spec.foreignKeys) seen.add(key.table);
  }
  return false;
}

function rebuildHazards(difference: TableDifference, because: string): readonly Hazard[] {
  const { from, to } = difference;
  const table = to.name;
  const required = difference.added.flatMap((folded) => {
    const column = to.columns.get(folded);
    const isRequired = column?.notNull && column.default === undefined && !column.generated;
    return isRequired ? [addsRequiredColumn(table, column.name)] : [];
  });
  const dropped = difference.dropped.filter((folded) => !from.columns.get(folded)?.generated);
  return [
    ...dropped.map((folded) => dropsColumn(table, from.nameOf(folded))),
    ...difference.changed.flatMap((change) => changeHazards(difference, change)),
    rebuildsTable(table, because),
    ...renameHazards(difference),
    ...required,
    ...(hasOtherKey(difference) ? [changesPrimaryKey(table)] : []),
    ...difference.uniques.added.map((key) =>
      addsUnique(table, key.columns.map((part) => to.nameOf(part.column)).join(', ')),
    ),
    ...difference.checks.added.map((check) => addsCheck(table, check.expression)),
    ...foreignKeyHazards(difference),
    ...(to.strict && (difference.strict || difference.changed.some(({ facets }) => facets.includes('type')))
      ? [enforcesTypes(table)]
      : []),
  ];
}

/** A name or AUTOINCREMENT asks nothing of the rows. */
function hasOtherKey({ from, to }: TableDifference): boolean {
  const { primaryKey } = to.spec;
  return primaryKey !== undefined && !equalJson(from.spec.primaryKey?.columns, primaryKey.columns);
}

function changeHazards(
  { from: before, to: after }: TableDifference,
  { from, to, facets }: ColumnChange,
): readonly Hazard[] {
  const table = after.name;
  const hazards: Hazard[] = [];
  if (to.generated && !from.generated) hazards.push(replacesValues(table, to.name));
  else if (isLossy(affinityOf(from.type, before.strict), affinityOf(to.type, after.strict))) {
    hazards.push(convertsValues(table, to.name, from.type, to.type));
  }
  if (facets.includes('not-null') && to.notNull && !from.notNull) {
    hazards.push(to.default === undefined ? addsNotNull(table, to.name) : fillsNulls(table, to.name, to.default));
  }
  return hazards;
}
