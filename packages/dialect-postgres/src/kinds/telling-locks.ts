import {
  type Address,
  type Change,
  type Delta,
  type Hazard,
  type ObjectKind,
  partsOf,
  type RenderContext,
  type SchemaObject,
  type StepDraft,
} from '@sync/core';
import { type LockMode, strongerMode } from '../effects/lock-modes.js';
import { dropsCast, dropsRoutine, dropsType, endsGuarantee, locksTable } from '../hazards.js';
import { isConcurrent, isQuiet } from '../online/waiting.js';
import { shown } from '../text/qualified.js';
import { lossOfConstraint, lossOfIndex, weakened } from './constraint/guarantee.js';
import { tiedTo } from './constraint/locked-beside.js';
import type { ConstraintSpec } from './constraint/spec.js';
import type { IndexSpec } from './index/spec.js';
import { isNew } from './is-new.js';
import type { TableSpec } from './table/spec.js';

type Rendered = Exclude<Change, { verb: 'replace' }>;

/** A kind whose steps say what they take from those who use the database, and which tables they lock that are there already. */
export function tellingLocks<S, D extends Delta>(kind: ObjectKind<S, D>): ObjectKind<S, D> {
  const [locks, loss] = [locksOf[kind.kind], lossOf[kind.kind]];
  if (!locks && !loss) return kind;
  return {
    ...kind,
    render(change, context) {
      const drafts = kind.render(change, context);
      if ('impossible' in drafts) return drafts;
      const isLost = change.verb === 'drop' && isGone(change.from, context);
      const lost = isLost ? (loss?.(change.from, kind, context) ?? []) : weakened(change, context).map(withoutLock);
      const { address: at, parent = at } = sideOf(change);
      const locked = strongest(locks?.(change, context) ?? []).filter(
        ([table]) =>
          partsOf(table).kind !== 'view' &&
          (change.verb !== 'create' || !isNew(table, context)) &&
          (table === parent || !goesItself(table, context)),
      );
      return drafts.map((draft, i) => telling(draft, i === drafts.length - 1 ? lost : [], { locked, parent }));
    },
  };
}

type Locked = readonly (readonly [Address, LockMode])[];

/** Each table with the strongest of its locks. */
function strongest(locked: Locked): Locked {
  const modes = new Map<Address, LockMode>();
  for (const [table, mode] of locked) modes.set(table, strongerMode(modes.get(table) ?? mode, mode));
  return [...modes];
}

/** Whether a table goes in the same plan, which says so where it goes. */
function goesItself(table: Address, { change }: RenderContext): boolean {
  const verb = change(table)?.verb;
  return verb === 'drop' || verb === 'replace';
}

interface Locking {
  readonly locked: Locked;
  /** The table that the steps are about: what they say of locks without naming another one, they say of it. */
  readonly parent: Address;
}

function telling(draft: StepDraft, lost: readonly Hazard[], { locked, parent }: Locking): StepDraft {
  const known = [...(draft.hazards ?? []), ...(isConcurrent(draft) ? lost.map(withoutLock) : lost)];
  const beside = new Set(known.flatMap(({ code, message }) => (code === 'locks-table' ? [message] : [])));
  const told = known.flatMap(({ lock }) => (lock === undefined ? [] : [lock as LockMode]));
  const isTold = (table: Address, mode: LockMode) =>
    table === parent
      ? told.some((each) => strongerMode(each, mode) === each)
      : [mode, always].some((each) => beside.has(lockOf(table, each as LockMode).message));
  const more = isQuiet(draft) ? [] : locked.filter(([table, mode]) => !isTold(table, mode));
  if (lost.length + more.length === 0) return draft;
  return { ...draft, hazards: [...known, ...more.map(([table, mode]) => lockOf(table, mode))] };
}

function lockOf(table: Address, mode: LockMode): Hazard {
  return locksTable(shown({ address: table }), mode);
}

function withoutLock({ lock: _, ...hazard }: Hazard): Hazard {
  return hazard;
}

/** Whether something goes for good, and not with what it lies in, which says so itself. */
function isGone({ address, parent }: SchemaObject, { goal, change, moved }: RenderContext): boolean {
  const within = parent === undefined ? undefined : change(parent)?.verb;
  return !goal.has(moved(address)) && within !== 'drop' && within !== 'replace';
}

type Locks = (change: Rendered, context: RenderContext) => Locked;

const sideOf = (change: Rendered) => (change.verb === 'drop' ? change.from : change.to);

const onParent =
  (modes: Readonly<Record<Rendered['verb'], LockMode | undefined>>): Locks =>
  (change) => {
    const { parent } = sideOf(change);
    const mode = modes[change.verb];
    return parent === undefined || mode === undefined ? [] : [[parent, mode]];
  };

const always = 'ACCESS EXCLUSIVE';

/** The tables that a kind's changes lock, beyond what the objects themselves are; tables tell it of each of their differences. */
const locksOf: Readonly<Record<string, Locks>> = {
  table(change, context) {
    // With a table its foreign keys go, and with a part those to what it is a part of: from the other table, too.
    if (change.verb === 'drop') {
      const state = { base: context.base, origin: (table: Address) => table };
      return tiedTo(change.address, context.base, state).map((table) => [table, always]);
    }
    if (change.verb !== 'create') return [];
    const { parents = [] } = change.to.spec as TableSpec;
    // Foreign keys of a partitioned table are those of its parts, and foreign keys to it look at what becomes a part, too.
    return parents.flatMap(({ table, bound }): Locked => {
      const beside = tiedTo(table, context.goal, context).map((each) => [each, 'SHARE ROW EXCLUSIVE'] as const);
      return bound === undefined ? [] : [[table, always], ...beside];
    });
  },
  index: onParent({ create: 'SHARE', drop: always, alter: undefined, rename: undefined }),
  'postgres/constraint'(change) {
    const { parent, spec } = sideOf(change);
    const { type, references } = spec as ConstraintSpec;
    if (change.verb === 'alter' || parent === undefined) return [];
    const isKey = change.verb === 'create' && type === 'foreign key';
    const mode = isKey ? 'SHARE ROW EXCLUSIVE' : always;
    const isBetween = references !== undefined && references !== parent && change.verb !== 'rename';
    return [[parent, mode], ...(isBetween ? [[references, mode] as const] : [])];
  },
  'postgres/trigger': onParent({
    create: 'SHARE ROW EXCLUSIVE',
    drop: always,
    alter: 'SHARE ROW EXCLUSIVE',
    rename: always,
  }),
  'postgres/trigger-state': onParent({
    create: 'SHARE ROW EXCLUSIVE',
    drop: 'SHARE ROW EXCLUSIVE',
    alter: 'SHARE ROW EXCLUSIVE',
    rename: undefined,
  }),
  'postgres/rule': onParent({ create: always, drop: always, alter: always, rename: always }),
  'postgres/policy': onParent({ create: always, drop: always, alter: always, rename: always }),
  'postgres/materialized-view': (change) => (change.verb === 'drop' ? [[change.from.address, always]] : []),
};

type Loss = (
  object: SchemaObject,
  kind: { readonly kind: string; readonly title?: string },
  context: RenderContext,
) => readonly Hazard[];

const type: Loss = (object, { kind, title }) => [dropsType(title ?? kind, shown(object))];
const routine: Loss = (object, { kind, title }) => [dropsRoutine(title ?? kind, shown(object))];

/** What else is lost when something goes; what holds rows says so itself. */
const lossOf: Readonly<Record<string, Loss>> = {
  index: (index, _, context) => lossOfIndex(index as SchemaObject<IndexSpec>, context),
  'postgres/domain-constraint': ({ name, parent }) => [
    withoutLock(endsGuarantee(`domain ${parent ? shown({ address: parent }) : ''}`, `check ${name}`)),
  ],
  'postgres/constraint': (constraint) => lossOfConstraint(constraint as SchemaObject<ConstraintSpec>),
  'postgres/function': routine,
  'postgres/procedure': routine,
  'postgres/aggregate': routine,
  'postgres/cast': ({ name }) => [dropsCast(name)],
  'postgres/enum': type,
  'postgres/domain': type,
  'postgres/composite-type': type,
  'postgres/range-type': type,
};
