import type { RenderContext, SchemaObject, StepDraft } from '@sync/core';
import { locksTable } from '../hazards.js';
import { asItsTable } from '../kinds/access/as-its-table.js';
import { moveCounter } from '../kinds/sequence/move-counter.js';
import { printSequence } from '../kinds/sequence/spec.js';
import { alterTable } from '../kinds/table/alter.js';
import { isStrictDomain } from '../kinds/table/change-type.js';
import { columnExtras, printIdentity } from '../kinds/table/print.js';
import type { ColumnSpec, TableSpec } from '../kinds/table/spec.js';
import type { TableDelta } from '../kinds/table/table-delta.js';
import { valueOfNew } from '../kinds/table/value-of-new.js';
import { schemaOf } from '../schema-of.js';
import { quoteText } from '../text/literal.js';
import { quoteName, quotePath } from '../text/names.js';
import { qualified, shown } from '../text/qualified.js';
import { addEmpty } from './add-empty.js';
import { attachOnline, comesBesideLarge, createOnline, lookFirst } from './attach-online.js';
import { detachOnline } from './detach-online.js';
import { fillColumn } from './fill.js';
import { seesAllRows } from './hidden-rows.js';
import { counterMark, fillMark } from './marks.js';
import { forbidNulls } from './not-null.js';
import { apart, type OnlineSteps } from './online-kind.js';
import { isBegun, retype, retyping } from './retype.js';
import { aroundPolicies } from './row-security.js';
import { madeWayFor } from './swap.js';
import { standingUnvalidated, tellingWhatStands } from './unvalidated.js';
import { mayBeVolatile } from './volatile.js';
import { isQuiet } from './waiting.js';

type Table = SchemaObject<TableSpec>;

/** Alters large tables one lock at a time, and fills and checks columns while others write. What the server does only at once keeps its hazard. */
export const tableOnline: OnlineSteps<TableSpec, TableDelta> = (change, usual, context) => {
  if (!context.isOnline(change.address) && !comesBesideLarge(change, context)) return usual;
  if (change.verb === 'create') return createOnline(change.to, usual, context);
  if (change.verb !== 'alter') return apart(usual);
  const { to, deltas } = change;
  const begun = new Set(
    deltas.flatMap((delta) => {
      const found = retyping(to, delta, context);
      return found && isBegun(found, context) ? [found.name] : [];
    }),
  );
  const held = new Set(
    deltas.flatMap((delta) => {
      const found = retyping(to, delta, context);
      return found && madeWayFor(found, context).length > 0 ? [found.after.name] : [];
    }),
  );
  const moves = movesOf(deltas);
  const canBeEarly = deltas.findIndex(({ type }) => type === 'rename-column') <= 0;
  const counted = new Set(deltas.flatMap((delta) => (becomesIdentity(delta) ? [delta.path[1]] : [])));
  return deltas.flatMap((delta) => {
    const [, name = ''] = delta.path;
    const move = moves.find((each) => each.includes(delta));
    if (move) return delta === move.at(-1) ? moveOnline(to, move, context) : [];
    if (delta.type === 'drop-column' && begun.has(name)) return [];
    if (delta.type === 'change-default' && counted.has(name)) return [];
    if (becomesIdentity(delta)) {
      const before = deltas.filter(({ type, path }) => type === 'change-default' && path[1] === name);
      return inOne(alterTable(to, [...before, delta], context));
    }
    const usually = aroundPolicies(apart(alterTable(to, [delta], context)), delta, to, context);
    const steps = tellingWhatStands(usually, to, context);
    const online = alterOnline(to, delta, steps[0]?.summary ?? '', context);
    const told = online?.map((step) => tellingLock(step, to)) ?? steps;
    if (held.has(name)) return online && delta.type === 'change-type' && canBeEarly ? earlyUntilSwap(told) : told;
    const isEarly = canBeEarly && (delta.type === 'rename-column' || (online && !comesAgain(delta, deltas)));
    return isEarly ? told.map((step) => ({ ...step, early: true as const })) : told;
  });
};

/** A column is filled while all is there that makes way for it; it takes the place of the old one once that has. */
function earlyUntilSwap(steps: readonly StepDraft[]): readonly StepDraft[] {
  const swap = steps.findIndex(({ after = [] }) => after.length > 0);
  return steps.map((step, at) => (at < swap ? { ...step, early: true as const } : step));
}

/** Whether another column of that name goes first, or a partition joins or leaves: what comes before that has to be done by then. */
function comesAgain({ type, path }: TableDelta, deltas: readonly TableDelta[]): boolean {
  return (
    type === 'add-parent' ||
    type === 'drop-parent' ||
    deltas.some((other) => other.type === 'drop-column' && other.path[1] === path[1])
  );
}

/** Partitions that leave a table and join it again under other bounds, each with all that changes in between. */
function movesOf(deltas: readonly TableDelta[]): readonly (readonly TableDelta[])[] {
  return deltas.flatMap((delta, first) => {
    if (delta.type !== 'drop-parent') return [];
    const last = deltas.findIndex(
      ({ type, parent }, at) => at > first && type === 'add-parent' && parent?.table === delta.parent?.table,
    );
    return last < 0 ? [] : [deltas.slice(first, last + 1)];
  });
}

/** Until it is back, nobody sees its rows or writes new ones: its bound is looked into before it leaves. */
function moveOnline(table: Table, move: readonly TableDelta[], context: RenderContext): readonly StepDraft[] {
  const steps = alterTable(table, move, context);
  const back = steps.at(-1);
  // It trades places with another one, which has to leave, too, before it is back.
  const whole = back?.late ? [...inOne(steps.slice(0, -1)), { ...back, apart: true as const }] : inOne(steps);
  const joining = move.at(-1);
  const online = joining && lookFirst(table, joining, context);
  if (!online) return whole;
  // Joining reads nothing by then; what changes while it is away does what it does.
  const hazards = steps.slice(0, -1).flatMap((step) => step.hazards ?? []);
  return [
    ...online.looks.map((look) => ({ ...look, early: true as const })),
    ...whole.map((step, at) => {
      const sql = at < whole.length - 1 ? step.sql : [...step.sql, ...online.unmarks];
      return tellingLock({ ...step, sql, hazards: at === 0 ? hazards : [] }, table);
    }),
  ];
}

function becomesIdentity({ type, before, after }: TableDelta): boolean {
  return type === 'change-identity' && before?.identity === undefined && after?.identity !== undefined;
}

/** Between a default that goes and an identity that comes nobody could write. */
function inOne(steps: readonly StepDraft[]): readonly StepDraft[] {
  const last = steps.at(-1);
  if (!last) return [];
  return [
    {
      ...last,
      sql: steps.flatMap(({ sql }) => sql),
      hazards: steps.flatMap(({ hazards = [] }) => hazards),
      apart: true,
    },
  ];
}

/** A step that says which tables it locks has said it all. */
function tellingLock(step: StepDraft, table: Table): StepDraft {
  const isTold = step.hazards?.some(({ class: of, lock }) => of === 'locks' || lock === 'ACCESS EXCLUSIVE');
  if (isTold || isQuiet(step)) return step;
  return { ...step, hazards: [...(step.hazards ?? []), locksTable(shown(table), 'ACCESS EXCLUSIVE')] };
}

function alterOnline(
  table: Table,
  delta: TableDelta,
  summary: string,
  context: RenderContext,
): readonly StepDraft[] | undefined {
  const { type, before, after } = delta;
  const found = retyping(table, delta, context);
  if (found) return retype(found, context);
  if (type === 'change-not-null' && after?.notNull && !before?.notNullConstraint?.unvalidated) {
    return forbidNulls(table, after, summary, context);
  }
  if (type === 'add-parent') return attachOnline(table, delta, context);
  if (type === 'drop-parent') return detachOnline(table, delta, context);
  if (type !== 'add-column' || !after || isStrictDomain(after.type, context.goal)) return undefined;
  if (standingUnvalidated(table, context) !== undefined) return undefined;
  if (after.identity) return addIdentity(table, after, summary, context);
  return mayBeVolatile(valueOfNew(after, context.goal) ?? '') ? addFilled(table, after, summary, context) : undefined;
}

/** Its numbers come from a sequence of its own until all rows have one; then the identity goes on where that stopped. */
function addIdentity(table: Table, column: ColumnSpec, summary: string, context: RenderContext): readonly StepDraft[] {
  const { identity, ...bare } = column;
  if (!identity) return [];
  const at = qualified(table);
  const alter = `ALTER TABLE ${at} ALTER COLUMN ${quoteName(column.name)}`;
  const counter = quotePath(schemaOf(table) ?? 'public', counterMark(table.name, column.name));
  const inside = `pg_catalog.pg_get_serial_sequence(${quoteText(at)}, ${quoteText(column.name)})`;
  const [first, ...filling] = addFilled(
    table,
    { ...bare, default: `nextval(${quoteText(counter)}::regclass)` },
    summary,
    context,
  );
  const last = filling.at(-1);
  if (!first || !last) return [];
  return [
    {
      ...first,
      sql: [
        { text: `CREATE SEQUENCE ${counter} ${printSequence(identity.options)}` },
        ...asItsTable(counter, table.address, context).map((text) => ({ text })),
        ...first.sql,
        { text: `ALTER SEQUENCE ${counter} OWNED BY ${at}.${quoteName(column.name)}` },
      ],
    },
    ...filling.slice(0, -1),
    {
      ...last,
      sql: [
        { text: `ALTER SEQUENCE ${counter} OWNED BY NONE` },
        { text: `${alter} DROP DEFAULT` },
        { text: `${alter} ADD ${printIdentity(identity)}` },
        { text: moveCounter(inside, quoteText(counter)) },
        { text: `DROP SEQUENCE ${counter}` },
        ...last.sql,
      ],
    },
  ];
}

/** New rows have the default from the beginning; those that are there get it some at a time. */
function addFilled(table: Table, column: ColumnSpec, summary: string, context: RenderContext): readonly StepDraft[] {
  const alter = `ALTER TABLE ${qualified(table)}`;
  const mark = quoteName(fillMark(column.name));
  return [
    {
      summary,
      sql: [
        ...seesAllRows(table, context, ' Or plan with --no-online.'),
        ...addEmpty(table, column, context.goal),
        ...columnExtras(table, column),
        { text: `${alter} ADD CONSTRAINT ${mark} CHECK (true) NOT VALID` },
      ],
      apart: true,
    },
    fillColumn(table, column.name, context.goal),
    ...(column.notNull
      ? forbidNulls(table, column, `forbid nulls in column ${column.name} of table ${shown(table)}`, context)
      : []),
    {
      summary: `column ${column.name} of table ${shown(table)} is filled`,
      sql: [{ text: `${alter} DROP CONSTRAINT ${mark}` }],
      apart: true,
    },
  ];
}
