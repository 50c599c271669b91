import type { Address, Catalogue, Hazard, Ref, RenderContext, SchemaObject, Statement, StepDraft } from '@sync/core';
import type { LockMode } from '../../effects/lock-modes.js';
import { breaksClients, dropsColumn, locksTable, remakesColumn, rewritesTable, scansTable } from '../../hazards.js';
import { seesAllRows } from '../../online/hidden-rows.js';
import { newColumn } from '../../online/marks.js';
import { mayBeVolatile } from '../../online/volatile.js';
import { quoteName } from '../../text/names.js';
import { changeOptions } from '../../text/options.js';
import { pathOf, qualified, shown } from '../../text/qualified.js';
import { lockedWithColumn } from '../constraint/locked-beside.js';
import { type ColumnRename, columnRenames } from '../in-sequence.js';
import { isDroppedBeforehand } from '../type/computed.js';
import { joinParent, leaveParent } from './along.js';
import { changeType, isStrictDomain } from './change-type.js';
import { addCountedColumn, changeIdentity, changeOwned, countingOn, countsOn } from './counters.js';
import { allowNullsBelow, dropColumn, heirsRenamed } from './defined-below.js';
import { isRetyped } from './deltas.js';
import { lookingForLast } from './last-number.js';
import { loggedBefore } from './logged-before.js';
import { changeNotNull, changeNotNullConstraint } from './not-null.js';
import { columnExtras, printColumn } from './print.js';
import { changeForcedRowSecurity, changeReplicaIdentity, changeRowSecurity } from './properties.js';
import { letSequencesStay } from './sequences-that-stay.js';
import { changeSetting } from './settings.js';
import { onceUnshared } from './shared-below.js';
import type { ColumnSpec, ParentSpec, TableSpec } from './spec.js';
import type { TableDelta } from './table-delta.js';
import { leaveType } from './typed.js';
import { valueOfNew } from './value-of-new.js';

type Table = SchemaObject<TableSpec>;

/** One step for each difference, in their order. */
export function alterTable(table: Table, deltas: readonly TableDelta[], context: RenderContext): readonly StepDraft[] {
  const renames = columnRenames(deltas);
  return deltas.flatMap((delta): readonly StepDraft[] => {
    // All at once, in the place of the first: names may trade places.
    if (delta.type === 'rename-column') {
      return delta === deltas.find(({ type }) => type === delta.type)
        ? renames.map((each) => renameColumn(table, each, context))
        : [];
    }
    const {
      sql,
      checks = [],
      hazards = [],
      beside = [],
      what,
      after = [],
      before = [],
      preferBefore,
      preferAfter,
      late,
      lock = 'ACCESS EXCLUSIVE',
    } = alteration(table, delta, context);
    // What a sequence and its column do together is told once.
    if (sql.length === 0) return [];
    // A table that the plan has made itself is nobody's yet.
    const isTold =
      lock === 'none' ||
      !context.base.has(context.origin(table.address)) ||
      hazards.some((hazard) => hazard.lock === lock);
    return [
      {
        summary: `${what} of table ${shown(table)}`,
        sql: [...checks, ...sql.map((text) => ({ text }))],
        hazards: [...hazards, ...(isTold ? [] : [locksTable(shown(table), lock)]), ...beside],
        after: [...after, ...(delta.after ? afterOwned(delta.after) : [])],
        before,
        ...(preferBefore && { preferBefore }),
        ...(preferAfter && { preferAfter }),
        ...(late && { late }),
      },
    ];
  });
}

/** Sequences that go with a column are there by then, though the column may take no values from them. */
export function afterOwned({ owns = [] }: ColumnSpec): readonly Ref[] {
  return owns.map((address) => ({ verb: 'create', address }));
}

function renameColumn(
  table: Table,
  { delta, from, to, tells }: ColumnRename<TableDelta>,
  context: RenderContext,
): StepDraft {
  const text = `ALTER TABLE ${qualified(table)} RENAME COLUMN ${quoteName(from)} TO ${quoteName(to)}`;
  return {
    summary: `rename column ${from} to ${to} of table ${shown(table)}`,
    sql: [{ text }],
    hazards: tells
      ? [breaksClients('column', `${shown(table)}.${from}`, String(delta.to))]
      : [locksTable(shown(table), 'ACCESS EXCLUSIVE')],
    after: onceUnshared(table, delta, context),
  };
}

interface Alteration {
  readonly what: string;
  readonly sql: readonly string[];
  /** What has to hold before that. */
  readonly checks?: readonly Statement[];
  readonly hazards?: readonly Hazard[];
  /** What is told of other tables. */
  readonly beside?: readonly Hazard[];
  readonly after?: readonly Ref[];
  readonly before?: readonly Ref[];
  readonly preferBefore?: readonly Ref[];
  readonly preferAfter?: readonly Ref[];
  readonly late?: true;
  /** On the table; `none` that would keep anybody from writing. Default: ACCESS EXCLUSIVE. */
  readonly lock?: LockMode | 'none';
}

function alteration(table: Table, delta: TableDelta, context: RenderContext): Alteration {
  const alter = `ALTER TABLE ${qualified(table)}`;
  const name = delta.path[1] ?? '';
  const { before, after } = delta;
  switch (delta.type) {
    case 'drop-column': {
      const isGone = before?.generated !== undefined && isDroppedBeforehand(table, name, context);
      const { sql, after: others } = isGone ? { sql: [], after: [] } : dropColumn(table.address, name, context);
      const staying = letSequencesStay(table.address, before ? [before] : [], context);
      return {
        what: `drop column ${name}`,
        sql: [...staying.sql, ...sql],
        after: [...staying.after, ...heirsRenamed(table.address, context), ...others],
        before: staying.before,
        hazards: [
          ...staying.hazards,
          ...(before?.generated || isCopy(table, name) ? [] : [droppingHazard(table, name, delta)]),
        ],
      };
    }
    case 'add-column':
      return {
        what: `add column ${name}`,
        sql: after
          ? [
              ...(after.identity && keepsFromCounting(table, context)
                ? addCountedColumn(table, after, after.identity)
                : [`${alter} ADD COLUMN ${printColumn(after)}`]),
              ...columnExtras(table, after, hasHeirs(table, context)).map(({ text }) => text),
            ]
          : [],
        hazards: after ? addingHazards(table, after, context) : [],
      };
    case 'drop-parent':
      return { what: 'leave the table above', ...leaveParent(table, delta, context) };
    case 'add-parent':
      return { what: 'join the table above', ...joinParent(table, delta, context) };
    case 'drop-type':
      return { what: 'let go of the type', ...leaveType(table, delta, context) };
    case 'add-type':
      return { what: 'take up the type', sql: [`${alter} OF ${delta.to}`] };
    case 'change-unlogged':
      return {
        after: loggedBefore(table, context),
        what: 'change the persistence',
        sql: [`${alter} SET ${delta.to ? 'UNLOGGED' : 'LOGGED'}`],
        hazards: [rewritesTable(shown(table), 'because it is logged in another way', 'whole')],
      };
    case 'change-options':
      return { what: 'change the storage parameters', sql: changeOptions(alter, delta), lock: 'none' };
    case 'change-row-security':
      return changeRowSecurity(table);
    case 'change-forced-row-security':
      return changeForcedRowSecurity(table);
    case 'change-replica-identity':
      return changeReplicaIdentity(table, context);
    case 'change-origin':
    case 'drop-override':
      // What the table above loses or gets makes it so.
      return { what: '', sql: [] };
    default:
      // What comes back with another type under it says what it is to be.
      if (delta.type === 'change-expression' && isDroppedBeforehand(table, name, context)) return { what: '', sql: [] };
      if (before && after) return columnAlteration(table, delta, before, after, context);
      throw new TypeError(`${delta.type} is no difference of tables`);
  }
}

/** What a run that was stopped had begun to copy is nobody's. */
function isCopy({ spec }: Table, name: string): boolean {
  return spec.columns.some((column) => newColumn(column.name) === name);
}

function droppingHazard(table: Table, name: string, { before, after }: TableDelta): Hazard {
  if (!before || !after) return dropsColumn(pathOf(table), name);
  return remakesColumn(shown(table), name, before.type, after.type);
}

/** Values that each row computes for itself have to be written into each row. */
function addingHazards(table: Table, column: ColumnSpec, { goal }: RenderContext): readonly Hazard[] {
  const value = valueOfNew(column, goal);
  const needsValue = column.notNull && value === undefined && !column.identity && !column.generated;
  const isAtOnce = column.generated?.stored === true || isStrictDomain(column.type, goal);
  return [
    ...(column.identity || isAtOnce || mayBeVolatile(value ?? '')
      ? [rewritesTable(shown(table), `to fill in the column ${column.name}`, isAtOnce ? 'column' : 'online')]
      : []),
    ...(needsValue ? [scansTable(shown(table), `for the column ${column.name}, which no row has a value for`)] : []),
  ];
}

function columnAlteration(
  table: Table,
  delta: TableDelta,
  before: ColumnSpec,
  after: ColumnSpec,
  context: RenderContext,
): Alteration {
  const { name } = after;
  const alter = `ALTER TABLE ${qualified(table)} ALTER COLUMN ${quoteName(name)}`;
  switch (delta.type) {
    case 'change-type':
    case 'change-collation': {
      // A new type brings its own collation.
      if (delta.type === 'change-collation' && before.type !== after.type) return { what: '', sql: [] };
      const changed = changeType(table, before, after, context);
      return {
        ...changed,
        after: [...changed.after, ...onceUnshared(table, delta, context)],
        beside: lockedWithColumn(table.address, name, context),
      };
    }
    case 'change-default':
      return {
        what: `change the default of column ${name}`,
        sql: [after.default === undefined ? `${alter} DROP DEFAULT` : `${alter} SET DEFAULT ${after.default}`],
      };
    case 'change-not-null': {
      const changed = changeNotNull(table, before, after, context);
      if (after.notNull) return changed;
      const below = allowNullsBelow(table.address, name, context);
      return {
        ...changed,
        sql: [...changed.sql, ...below.sql],
        after: [...heirsRenamed(table.address, context), ...below.after],
      };
    }
    case 'change-not-null-constraint':
      return changeNotNullConstraint(table, before, after, context);
    case 'change-identity': {
      const isCounted = countsOn(before, after, context);
      const { checks, hazards } = countingOn(table, before, after, context);
      return {
        what: `change the identity of column ${name}`,
        sql: changeIdentity(table, before, after, context),
        checks: isCounted ? seesAllRows(table, context) : checks,
        hazards: isCounted ? lookingForLast(table, after, context) : hazards,
      };
    }
    case 'change-generated':
      return { what: `stop computing column ${name}`, sql: [`${alter} DROP EXPRESSION`] };
    case 'change-expression':
      return {
        what: `compute column ${name} in another way`,
        sql: [`${alter} SET EXPRESSION AS (${after.generated?.as ?? ''})`],
        hazards: after.generated?.stored ? [rewritesTable(shown(table), `to compute the column ${name} anew`)] : [],
      };
    case 'change-storage':
    case 'change-compression':
      // A new type takes them away.
      if (isRetyped({ before, after })) return { what: '', sql: [] };
      return settingAlteration(table, delta, before, after, context);
    case 'change-statistics':
    case 'change-column-options':
      return settingAlteration(table, delta, before, after, context);
    case 'change-owns':
      return {
        what: `change the sequences that go with column ${name}`,
        ...changeOwned(table, before, after, context),
        lock: 'none',
      };
    default:
      throw new TypeError(`${delta.type} is no difference of columns`);
  }
}

const settings = {
  'change-storage': ['storage', 'storage'],
  'change-compression': ['compression', 'compression'],
  'change-statistics': ['statistics', 'statistics target'],
  'change-column-options': ['column-options', 'options'],
} as const;

function settingAlteration(
  table: Table,
  { type }: TableDelta,
  before: ColumnSpec,
  after: ColumnSpec,
  context: RenderContext,
): Alteration {
  const [facet, title] = settings[type as keyof typeof settings];
  const from = context.base.get(context.origin(table.address)) as Table | undefined;
  return {
    what: `change the ${title} of column ${after.name}`,
    sql: changeSetting(table, facet, before, after, { from, only: hasHeirs(table, context) }),
    ...((facet === 'statistics' || facet === 'column-options') && { lock: 'none' }),
  };
}

/** Whether other tables have columns from this one. */
function hasHeirs({ address }: Table, { goal }: Pick<RenderContext, 'goal'>): boolean {
  return heirsOf(address, goal).length > 0;
}

function heirsOf(address: Address, catalogue: Catalogue): readonly ParentSpec[] {
  return catalogue.dependents(address).flatMap(({ kind, spec }) => {
    return kind === 'table' ? ((spec as TableSpec).parents ?? []).filter(({ table }) => table === address) : [];
  });
}

/** Whether the server adds no identity column to a table, for those that would have it from there. */
function keepsFromCounting({ address }: Table, { base, goal, origin, server }: RenderContext): boolean {
  const heirs = [...heirsOf(origin(address), base), ...heirsOf(address, goal)];
  return heirs.some(({ bound }) => bound === undefined || !server.features.has('partition-identity'));
}
