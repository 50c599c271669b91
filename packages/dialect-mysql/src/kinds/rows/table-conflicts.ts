import type { Change, ConflictContext, RowConflict } from '@sync/core';
import type { Flavour } from '../../flavour.js';
import { quoteName } from '../../text/names.js';
import { isCopied, stepsByPart } from '../table/alter.js';
import { differenceIn, type Pair, renamedIn } from '../table/difference.js';
import { withRewrittenKeys } from '../table/keys-in-the-way.js';
import type { ColumnSpec, TableSpec } from '../table/spec.js';
import { surroundingsOf } from '../table/surroundings.js';
import { partsOf } from '../table/type-fit.js';
import type { Asked, PartConflict } from './asked.js';
import { keyConflicts } from './key-conflicts.js';
import { misfitOf } from './misfit.js';
import { partitionConflicts } from './partition-conflicts.js';
import { rewrittenConflicts } from './rewritten-conflicts.js';
import { checkConflicts, danglingConflicts } from './rule-conflicts.js';
import { placeOf, remaining, rowsOf, rowsToBe, rowsWhere, tableAt, these } from './source.js';

type Single = Exclude<Change<TableSpec>, { verb: 'replace' }>;

/** Rows in the way of what happens to a table: without a value, of values that do not fit, alike, or against a rule. */
export function tableConflicts(change: Single, context: ConflictContext, flavour: Flavour): readonly RowConflict[] {
  if (change.verb !== 'alter') return [];
  const difference = remaining(change.to, renamedIn(change), context, flavour);
  const table = tableAt(context.origin(change.address), context.base);
  if (!difference || !table) return [];
  const asked = { difference, now: rowsOf(table), toBe: rowsToBe(table, difference), context, flavour };
  const planned = withRewrittenKeys(differenceIn(change, flavour), change);
  const surroundings = surroundingsOf(change, context);
  const steps = stepsByPart(planned, flavour, surroundings);
  const olds = new Map(difference.renames.map((rename) => [rename.to, rename.from]));
  return [
    ...difference.columns.changed.flatMap((pair) => changedConflicts(pair, olds.get(pair.to.name), asked)),
    ...difference.columns.added.flatMap((column) => addedConflicts(column, asked)),
    ...keyConflicts(asked),
    ...(isCopied(planned, flavour, surroundings) ? rewrittenConflicts(asked) : []),
    ...checkConflicts(asked),
    ...danglingConflicts(asked),
    ...partitionConflicts(asked),
  ].map(({ about, conflict }) => {
    const step = steps.get(about);
    return { ...conflict, ...(step !== undefined && { step }) };
  });
}

function changedConflicts(
  { from, to }: Pair<ColumnSpec>,
  before: string | undefined,
  { now, context, flavour }: Asked,
): readonly PartConflict[] {
  if (from.generated || to.generated) return [];
  const old = before ?? to.name;
  const value = quoteName(old);
  const place = placeOf(now, [old]);
  const about = `column ${to.name}`;
  const misfit = misfitOf(value, from, to, { flavour, version: context.server.version });
  const type = from.charset !== to.charset && to.charset !== undefined ? `${to.type} of ${to.charset}` : to.type;
  const none = (count: number) => `${place}: ${these(count, 'has', 'have')} no value`;
  const unfit = (count: number) => `${place}: ${these(count, 'holds', 'hold')} what is no ${type}`;
  return [
    // What counts by itself gives each of them a number.
    ...(to.notNull && !from.notNull && !to.autoIncrement
      ? [{ about, conflict: rowsWhere(now, `${value} IS NULL`, none) }]
      : []),
    ...(misfit === undefined ? [] : [{ about, conflict: rowsWhere(now, misfit, unfit) }]),
  ];
}

/** A moment that nobody names would be none, and a place has no value of its own. */
function addedConflicts(column: ColumnSpec, { now }: Asked): readonly PartConflict[] {
  const { name } = partsOf(column.type);
  if (!column.notNull || column.default !== undefined || column.generated) return [];
  const isMoment = /^(?:date|datetime|timestamp)$/.test(name);
  if (!isMoment && !/^(?:geometry|point|linestring|polygon|multi\w+|geom\w+)$/.test(name)) return [];
  const where = isMoment ? "FIND_IN_SET('NO_ZERO_DATE', @@SESSION.sql_mode) > 0" : 'TRUE';
  const remedy = `Add column ${column.name} with a default, fill it and take the default away, or empty the table`;
  const tell = (count: number) => `${placeOf(now, [column.name])}: ${these(count, 'has', 'have')} no value for it`;
  // They are all of them, whatever the session is set to in which somebody looks.
  const { show } = rowsWhere(now, 'TRUE', tell);
  return [{ about: `column ${column.name}`, conflict: { ...rowsWhere(now, where, tell), show, remedy } }];
}
