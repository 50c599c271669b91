import { type Ref, type RenderContext, type Statement, type StepDraft, schemaObject } from '@sync/core';
import { quoteName, quoteText } from '../../text/names.js';
import { countRows } from '../count-rows.js';
import { interimName } from '../interim.js';
import { rewrittenFirst } from '../quoted-strings.js';
import { tableAddress } from './build.js';
import { copyStatement } from './copy.js';
import { withoutColumns } from './dangling.js';
import { type TableDifference, tableDifference } from './difference.js';
import { endedGuarantees } from './guarantees.js';
import { renameStatements } from './in-place.js';
import { printTable } from './print.js';
import { rebuildHazards } from './rebuild-hazards.js';
import { rebuildOrder } from './rebuild-order.js';
import { referenceChecks } from './references.js';
import { renamableForm } from './renamable.js';

/**
 * Renders the procedure of https://sqlite.org/lang_altertable.html#otheralter as one step: a new table beside the old one, the rows copied and counted, and the
 * names exchanged. Foreign keys are off for the whole batch, because dropping the old table would else delete the rows that cascade from it.
 */
export function rebuildTable(difference: TableDifference, because: string, context: RenderContext): StepDraft {
  const { to } = difference;
  const interim = interimName(difference.original.object, to.object);
  const references = referenceChecks(difference, context);
  return {
    summary: `rebuild table ${to.name}`,
    settings: { 'sqlite/foreign_keys': 'off' },
    sql: [
      // In the form that can be renamed, a key that others refer to may be missing.
      ...references.before,
      ...becomeRenamable(difference, interim),
      ...renameStatements(difference).map(asStatement),
      ...exchange(difference, interim),
      ...references.after,
    ],
    hazards: [
      ...rebuildHazards(difference, because),
      ...withoutColumns(difference, context),
      ...endedGuarantees(difference, context),
    ],
    after: [...changedParents(difference, context), ...rewrittenFirst(difference.to.object, context)],
  };
}

function asStatement(text: string): Statement {
  return { text };
}

/** What SQLite cannot rename while it is in its first form is brought into one that it can. */
function becomeRenamable({ original, renames }: TableDifference, interim: string): readonly Statement[] {
  const form = renamableForm(original, renames);
  return form ? exchange(tableDifference(original.object, form, new Map()), interim) : [];
}

/** A new table with the rows of the old one, in its place. */
function exchange(difference: TableDifference, interim: string): readonly Statement[] {
  const { from, to } = difference;
  const copy = copyStatement(difference, interim);
  return [
    asStatement(printTable(to.object, interim)),
    ...(copy === undefined ? [] : [copy]),
    countRows(from.name, interim),
    ...keepCounter(difference, interim).map(asStatement),
    asStatement(`DROP TABLE ${quoteName(from.name)}`),
    ...(from.layout?.quotedStrings ? moveInto(difference, interim) : renameInto(difference, interim)),
  ];
}

function renameInto({ to }: TableDifference, interim: string): readonly Statement[] {
  return [
    // Without it, the rename would refuse views and triggers that name the table which is not there for a moment.
    asStatement('PRAGMA legacy_alter_table = ON'),
    asStatement(`ALTER TABLE ${quoteName(interim)} RENAME TO ${quoteName(to.name)}`),
    asStatement('PRAGMA legacy_alter_table = OFF'),
  ];
}

/** Copies the rows a second time: other tables may hold strings in double quotes, too, and SQLite renames nothing until all of them are gone. */
function moveInto({ to }: TableDifference, interim: string): readonly Statement[] {
  const beside = tableDifference(schemaObject({ ...to.object, name: interim }), to.object, new Map());
  const copy = copyStatement(beside, to.name);
  return [
    asStatement(printTable(to.object)),
    ...(copy === undefined ? [] : [copy]),
    countRows(interim, to.name, to.name),
    ...keepCounter(beside, to.name).map(asStatement),
    asStatement(`DROP TABLE ${quoteName(interim)}`),
  ];
}

/** AUTOINCREMENT promises never to give a key twice, so the new table goes on counting where the old one was. */
function keepCounter({ from, to }: TableDifference, interim: string): readonly string[] {
  if (!from.spec.primaryKey?.autoincrement || !to.spec.primaryKey?.autoincrement) return [];
  return [
    `DELETE FROM sqlite_sequence WHERE name = ${quoteText(interim)}`,
    `INSERT INTO sqlite_sequence (name, seq)\nSELECT ${quoteText(interim)}, seq FROM sqlite_sequence WHERE name = ${quoteText(from.name)}`,
  ];
}

/** A foreign key can only be checked once what it refers to has its new form. */
function changedParents({ original, to }: TableDifference, context: RenderContext): readonly Ref[] {
  const order = rebuildOrder(context);
  const { address: self } = to.object;
  const parents = to.spec.foreignKeys.flatMap((key): readonly Ref[] => {
    const address = tableAddress(key.table);
    if (address === self) return [];
    const verb = context.change(address)?.verb;
    // Nothing is dropped or renamed before strings in double quotes are gone.
    if (original.layout?.quotedStrings && verb === 'alter') return [];
    const isFirst = verb === 'create' || (verb === 'alter' && !order.isRebuilt(address));
    return [{ verb: 'rename', address }, ...(isFirst ? [{ verb, address }] : [])];
  });
  return [...parents, ...order.before(self).map((address): Ref => ({ verb: 'alter', address }))];
}
