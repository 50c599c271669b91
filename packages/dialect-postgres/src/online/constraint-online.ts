import { type Address, partsOf, type Ref, type RenderContext, type SchemaObject, type StepDraft } from '@sync/core';
import type { LockMode } from '../effects/lock-modes.js';
import { locksTable } from '../hazards.js';
import { isUnenforced } from '../kinds/constraint/enforcement.js';
import { splitForeignKey } from '../kinds/constraint/foreign-key.js';
import { rowsInSight } from '../kinds/constraint/rows-in-sight.js';
import type { ConstraintSpec } from '../kinds/constraint/spec.js';
import { indexAt } from '../kinds/index/marks.js';
import type { TableSpec } from '../kinds/table/spec.js';
import { quoteName } from '../text/names.js';
import { qualifiedAt, shown } from '../text/qualified.js';
import { withOptions } from '../text/with-clause.js';
import { commentsOn } from './carried.js';
import { addKeyOnline, addThenValidate, bringBack, validate } from './constraint-steps.js';
import { fillColumn } from './fill.js';
import { invalidIndex } from './index-steps.js';
import { keyParts } from './key-parts.js';
import { fillMark, newName } from './marks.js';
import { apart, type OnlineSteps, released } from './online-kind.js';
import { buildParts } from './part-places.js';
import {
  addForeignKeyOfPartitions,
  addKeyOfPartitions,
  exchangeForeignKeyOfPartitions,
} from './partition-constraints.js';
import { isPartitioned, partitionsOf } from './partitions.js';
import { afterLeftovers, besideConstraint, keepsColumns, replacedBeside } from './replaced.js';

type Constraint = SchemaObject<ConstraintSpec>;

/** Adds constraints of large tables without keeping writers waiting, and finishes filling a column where a run was stopped in the middle of that. */
export const constraintOnline: OnlineSteps<ConstraintSpec> = (change, usual, context) => {
  const constraint = change.verb === 'drop' ? change.from : change.to;
  const { references } = constraint.spec;
  const online =
    context.isOnline(constraint.parent as Address) || (references !== undefined && context.isOnline(references));
  switch (change.verb) {
    case 'create':
      // What stays with a table that leaves another one is there already.
      if (usual.length === 0) return usual;
      if (change.to.spec.only) return online ? apart(usual) : usual;
      return online ? addOnline(change.to, usual, context) : withLeftovers(change.to, usual, context);
    case 'drop':
      if (online && replacedKey(change.from, context)) return released(usual);
      return [
        ...unfinishedFill(change.from, context),
        ...(online ? waiting(apart(usual), change.from, context) : usual),
      ];
    case 'alter':
      if (online && change.deltas.some(({ type, to }) => type === 'change-enforcement' && to === true)) {
        return enforceBeside(change.to, usual, context);
      }
      return online ? apart(usual) : usual;
    case 'rename':
      return online ? apart(usual) : usual;
    default:
      return change satisfies never;
  }
};

/** ENFORCED looks at all rows while nobody reads or writes them: a key that is added and looked at beside the one that is not enforced does not. */
function enforceBeside(
  constraint: Constraint,
  usual: readonly StepDraft[],
  context: RenderContext,
): readonly StepDraft[] {
  const { name, spec, parent, address } = constraint;
  const table = `ALTER TABLE ${qualifiedAt(parent as Address)}`;
  const [fresh, own] = [newName(name), name].map(quoteName);
  const summary = usual[0]?.summary ?? '';
  const beside = besideConstraint(address);
  const tables = [...new Set([parent, spec.references])].filter((at): at is Address => at !== undefined);
  const locking = (mode: LockMode) => tables.map((at) => locksTable(shown({ address: at }), mode));
  return [
    {
      summary: `add the key to ${summary}`,
      sql: [
        ...rowsInSight(constraint, context),
        { text: `${table} ADD CONSTRAINT ${fresh} ${spec.definition} NOT VALID` },
      ],
      hazards: locking('SHARE ROW EXCLUSIVE'),
      apart: true,
      after: [{ verb: 'drop', address: beside }],
    },
    validate(spec.type, newName(name), parent as Address),
    {
      summary,
      sql: [
        `${table} DROP CONSTRAINT ${own}`,
        `${table} RENAME CONSTRAINT ${fresh} TO ${own}`,
        ...commentsOn([constraint], context),
      ].map((text) => ({ text })),
      hazards: locking('ACCESS EXCLUSIVE'),
      apart: true,
    },
  ];
}

function addOnline(constraint: Constraint, usual: readonly StepDraft[], context: RenderContext): readonly StepDraft[] {
  const added = withoutWaiting(constraint, usual[0]?.summary ?? '', context);
  if (!added) return apart(usual);
  const [first, ...rest] = added;
  const sight = rowsInSight(constraint, context);
  return [...(first ? [{ ...first, sql: [...sight, ...first.sql] }] : []), ...rest, ...apart(usual.slice(1))];
}

function withoutWaiting(
  constraint: Constraint,
  summary: string,
  context: RenderContext,
): readonly StepDraft[] | undefined {
  const { name, spec } = constraint;
  const parent = constraint.parent as Address;
  const table = qualifiedAt(parent);
  const added = { name, definition: withOptions(spec.definition, spec.options), table, summary };
  switch (spec.type) {
    case 'check':
      if (spec.unvalidated || isUnenforced(constraint)) return undefined;
      return isReplaced(constraint, context) ? bringBack(added, spec.type, parent) : [addThenValidate(added, 'c')];
    case 'foreign key':
      if (spec.unvalidated || isUnenforced(constraint)) return undefined;
      if (!isPartitioned(parent, context) || context.server.features.has('unvalidated-partitioned-keys')) {
        return isReplaced(constraint, context)
          ? afterExchange(constraint, bringBack(added, spec.type, parent), context)
          : [addThenValidate(added, 'f')];
      }
      return staysWhileReplaced(constraint, context)
        ? exchangeForeignKeyOfPartitions(added, partitionsOf(parent, context), context)
        : addForeignKeyOfPartitions(added, partitionsOf(parent, context));
    case 'primary key':
    case 'unique':
      if (replacedKey(constraint, context)) {
        const drop = `ALTER TABLE ${table} DROP CONSTRAINT ${quoteName(name)}`;
        const beside = { name: newName(name), before: [drop] };
        const steps = addKeyOnline(added, indexOf(constraint, beside.name), beside);
        return steps?.map((step, i) =>
          i === 0 ? { ...step, early: true as const, after: afterLeftovers(constraint.address) } : step,
        );
      }
      if (!isPartitioned(parent, context)) return addKeyOnline(added, indexOf(constraint));
      return buildParts(constraint, context, (partitions, places) =>
        addKeyOfPartitions(added, indexOf(constraint), partitions, places),
      );
    case 'exclusion':
      return undefined;
    default:
      return spec.type satisfies never;
  }
}

/** Whether rows comply with it until it is taken down. */
function isReplaced({ address }: Constraint, { change }: RenderContext): boolean {
  return change(address)?.verb === 'replace';
}

/** What demands the same under another name, and does something else when the other row goes, is there before the old key goes. */
function waiting(
  steps: readonly StepDraft[],
  { parent, spec }: Constraint,
  { goal, change, moved }: RenderContext,
): readonly StepDraft[] {
  if (spec.type !== 'foreign key') return steps;
  const demanded = withoutActions(spec.definition);
  const preferAfter = goal.children(moved(parent as Address)).flatMap((each): readonly Ref[] => {
    const isNew = each.kind === 'postgres/constraint' && change(each.address)?.verb === 'create';
    const { type, definition } = each.spec as ConstraintSpec;
    return isNew && type === 'foreign key' && withoutActions(definition) === demanded
      ? [{ verb: 'create', address: each.address }]
      : [];
  });
  return preferAfter.length > 0 ? steps.map((step) => ({ ...step, preferAfter })) : steps;
}

function withoutActions(definition: string): string {
  const { own, target } = splitForeignKey(definition);
  return own + target;
}

/** Whether it takes the place of another one that nothing else asks to go first, so that both can be there for a while. */
function staysWhileReplaced({ address }: Constraint, context: RenderContext): boolean {
  const change = context.change(address);
  const parent = change?.verb === 'replace' ? change.from.parent : undefined;
  if (change?.verb !== 'replace' || parent === undefined) return false;
  const { from, to } = change;
  const sides = [from, to].map(({ spec }) => spec as ConstraintSpec);
  const definitions = sides.map(({ definition }) => definition);
  const tables = [parent, ...sides.flatMap(({ references }) => references ?? [])];
  const stoodOn = [...from.needs, ...to.needs].filter((need) => partsOf(need).kind !== 'table');
  return (
    context.moved(parent) === to.parent &&
    tables.every((table) => keepsColumns(context.moved(table), definitions, context)) &&
    !stoodOn.some((need) => context.change(need))
  );
}

/** The server takes the first key that will do: a foreign key comes back when the one that it stood on has made way. */
function afterExchange(
  { address }: Constraint,
  [first, ...rest]: readonly StepDraft[],
  { change }: RenderContext,
): readonly StepDraft[] {
  const own = change(address);
  const stoodOn = own?.verb === 'replace' ? own.from.needs : [];
  const after = stoodOn.flatMap((need): readonly Ref[] => {
    const exchanged = change(need);
    return exchanged?.verb === 'replace' && exchanged.kind !== 'table'
      ? [{ verb: 'replace', address: exchanged.address }]
      : [];
  });
  return first ? [{ ...first, after }, ...rest] : [];
}

/** The index of a key is called as the key is, and lies where its table does. */
function indexOf(constraint: Constraint, as = constraint.name): string {
  return qualifiedAt(indexAt({ ...constraint, name: as }));
}

/** Whether a key takes the place of another one of its name, which stays until the index of the new one is built. */
function replacedKey(constraint: Constraint, context: RenderContext): boolean {
  const change = replacedBeside(constraint, context);
  if (!change) return false;
  return [change.from, change.to].every(({ spec }) => {
    const { type, definition } = spec as ConstraintSpec;
    return (type === 'primary key' || type === 'unique') && keyParts(definition) !== undefined;
  });
}

function withLeftovers(constraint: Constraint, usual: readonly StepDraft[], { base }: RenderContext) {
  const { type } = constraint.spec;
  if ((type !== 'primary key' && type !== 'unique') || !base.has(constraint.parent as Address)) return usual;
  return usual.map((draft, i) => (i === 0 ? { ...draft, leftovers: invalidIndex(indexOf(constraint)) } : draft));
}

function unfinishedFill({ name, parent }: Constraint, { base, goal }: RenderContext): readonly StepDraft[] {
  const table = base.get(parent as Address) as SchemaObject<TableSpec> | undefined;
  const column = table?.spec.columns.find((each) => fillMark(each.name) === name);
  return table && column && goal.has(table.address) ? [fillColumn(table, column.name, base)] : [];
}
