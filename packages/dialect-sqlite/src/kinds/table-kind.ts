import type { Change, Delta, ObjectKind, RenderContext, SchemaObject, StepDraft } from '@sync/core';
import { checkTables } from '../check/check-tables.js';
import { breaksClients } from '../hazards.js';
import { quoteName } from '../text/names.js';
import { keptIndexHazards } from './index/hazards.js';
import { inTheWay, rewrittenFirst } from './quoted-strings.js';
import { checkHazards, checksOfChangedValues } from './table/check-hazards.js';
import { withoutColumns, withoutName } from './table/dangling.js';
import { deltasOf } from './table/deltas.js';
import { describeTable } from './table/describe.js';
import { type TableDifference, tableDifference } from './table/difference.js';
import { dropTable } from './table/drop.js';
import { followInTable } from './table/follow.js';
import { endedGuarantees } from './table/guarantees.js';
import { implicitReferences } from './table/implicit-references.js';
import { type Alteration, chooseStrategy, fillsRows, foreignKeyHazards } from './table/in-place.js';
import { inspectTables } from './table/inspect.js';
import { uniqueHazards } from './table/narrowed.js';
import { printTable } from './table/print.js';
import { rebuildTable } from './table/rebuild.js';
import { differenceIn } from './table/rebuild-order.js';
import { relationOfTable } from './table/relation.js';
import { tableConflicts } from './table/row-conflicts.js';
import { serveBothTables } from './table/serve-both.js';
import type { TableSpec } from './table/spec.js';
import { typeHazards } from './table/type-hazards.js';
import { readAgain } from './unreadable.js';

/** Tables: altered in place where SQLite can, rebuilt once where it cannot. */
export const tableKind: ObjectKind<TableSpec> = {
  kind: 'table',
  namespace: 'relation',
  inspect: inspectTables,
  check: checkTables,
  compare(from, to, { renamed }) {
    const deltas = deltasOf(tableDifference(from, to, renamed));
    // Only one side was read with the order of its columns.
    return deltas.length > 0 ? deltas : [{ type: 'change-column-order', path: ['columns'] }];
  },
  follow: followInTable,
  serveBoth: serveBothTables,
  entails(change, context) {
    if (change.verb === 'rename') return new Map([...readAgain(context.base), ...inTheWay(context.base)]);
    if (change.verb !== 'alter') return new Map();
    const difference = differenceIn(change);
    const { renames, dropped, added } = difference;
    const { rebuild } = chooseStrategy(difference, context.server.features);
    const changesNames = rebuild !== undefined || renames.length + dropped.length + added.length > 0;
    const isReadAgain = renames.length > 0 || (rebuild === undefined && dropped.length > 0);
    return new Map([
      ...(isReadAgain ? readAgain(context.base) : []),
      ...(changesNames ? inTheWay(context.base) : []),
      ...implicitReferences(difference, context),
    ]);
  },
  render(change, context) {
    switch (change.verb) {
      case 'create':
        return [{ summary: `create table ${change.to.name}`, sql: [{ text: printTable(change.to) }] }];
      case 'drop':
        return [dropTable(change.from, context)];
      case 'rename':
        return [renameTable(change.from, change.to, context)];
      case 'alter':
        return alterTable(differenceIn(change), context);
      default:
        return change satisfies never;
    }
  },
  conflicts: (change, context) => (change.verb === 'alter' ? tableConflicts(differenceIn(change), context) : []),
  describe: describeTable,
  relation: relationOfTable,
};

type Alter = Extract<Change<TableSpec>, { verb: 'alter' }>;

function renameTable(from: SchemaObject<TableSpec>, to: SchemaObject<TableSpec>, context: RenderContext): StepDraft {
  return {
    summary: `rename table ${from.name} to ${to.name}`,
    sql: [{ text: `ALTER TABLE ${quoteName(from.name)} RENAME TO ${quoteName(to.name)}` }],
    hazards: [breaksClients('table', from.name, to.name), ...withoutName(from, context)],
    after: rewrittenFirst(to, context),
  };
}

function alterTable(difference: TableDifference, context: RenderContext): ReturnType<ObjectKind<TableSpec>['render']> {
  const { features } = context.server;
  if (difference.renames.length > 0 && !features.has('rename-column')) {
    return { impossible: 'this SQLite cannot rename columns', hint: 'Use SQLite 3.25 or newer.' };
  }
  const strategy = chooseStrategy(difference, features);
  if (strategy.rebuild !== undefined) return [rebuildTable(difference, strategy.rebuild, context)];
  const hazards = [
    ...uniqueHazards(difference),
    ...keptIndexHazards(difference, context),
    ...checkHazards(difference, checksOfChangedValues(difference)),
    ...foreignKeyHazards(difference),
    ...typeHazards(difference),
    ...withoutColumns(difference, context),
    ...endedGuarantees(difference, context),
  ];
  const after = rewrittenFirst(difference.to.object, context);
  return strategy.alterations.map((alteration, i) => ({ ...toDraft(alteration, i === 0 ? hazards : []), after }));
}

function toDraft({ summary, sql, hazards }: Alteration, more: Alteration['hazards']): StepDraft {
  return { summary, sql: sql.map((text) => ({ text })), hazards: [...hazards, ...more] };
}

/** What altering a table does to what lies in it or names it. */
export interface TableDisturbance {
  readonly rebuilt: boolean;
  /** Whether columns are renamed, or dropped while the table stays in place. */
  readonly renamesOrDrops: boolean;
  /** Folded names. */
  readonly dropped: ReadonlySet<string>;
  /** Folded names. */
  readonly added: ReadonlySet<string>;
  readonly fillsRows: boolean;
}

/** Tells what a change of a table disturbs; undefined for other changes. */
export function disturbance(change: Change, features: ReadonlySet<string>): TableDisturbance | undefined {
  if (change.kind !== 'table' || change.verb !== 'alter') return undefined;
  const difference = differenceIn(change as Change<TableSpec, Delta> & Alter);
  const rebuilt = chooseStrategy(difference, features).rebuild !== undefined;
  return {
    rebuilt,
    renamesOrDrops: difference.renames.length > 0 || (!rebuilt && difference.dropped.length > 0),
    dropped: new Set(difference.dropped),
    added: new Set(difference.added),
    fillsRows: !rebuilt && fillsRows(difference),
  };
}
