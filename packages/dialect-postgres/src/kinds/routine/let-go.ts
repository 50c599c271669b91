import type { Address, Hazard, Impossible, Ref, RenderContext, SchemaObject, Statement, StepDraft } from '@sync/core';
import { locksTable } from '../../hazards.js';
import { quoteName } from '../../text/names.js';
import { qualified, qualifiedAt, shown } from '../../text/qualified.js';
import { dropComputed } from '../type/computed.js';
import {
  always,
  type CountedText,
  computedCaller,
  type DefaultCaller,
  defaultCallers,
  madeAgainFor,
} from './default-callers.js';
import { partitionedBy } from './partitioned-by.js';

/** What a step does beside its own, and when. */
export type Aside = Pick<StepDraft, 'before' | 'after' | 'hazards'> & { readonly sql: readonly Statement[] };

/**
 * Takes defaults away that call a function, so that it can be dropped, and columns that are computed with it, which come back with their tables: these and domains stay,
 * whatever is replaced under them.
 */
export function letGoOfRoutine(routine: SchemaObject, context: RenderContext): Aside {
  const defaults = letGoOfDefaults(routine.address, context);
  const computed = dropComputed(routine, context);
  const other = context.supplanter(routine.address);
  return {
    ...defaults,
    sql: [...computed.sql, ...defaults.sql],
    hazards: [
      ...(defaults.hazards ?? []),
      ...computed.tables.map((table) => locksTable(shown(table), 'ACCESS EXCLUSIVE')),
    ],
    after: computed.after.filter(({ verb, address }) => verb !== 'drop' || address !== routine.address),
    before: [...computed.before, ...(defaults.before ?? []), ...(other ? calling(other, context) : [])],
  };
}

/** Another function, and what calls it in the end: the server would find the one that goes where both are there. */
function calling(other: SchemaObject, { goal, change }: RenderContext): readonly Ref[] {
  const verbs = goal.dependents(other.address).flatMap(({ address }): readonly Ref[] => {
    const verb = change(address)?.verb;
    if (verb === 'alter') return [{ verb, address }];
    return verb === 'create' || verb === 'replace' ? [{ verb: 'create', address }] : [];
  });
  return [{ verb: 'create', address: other.address }, ...verbs];
}

/** Takes defaults away that call what an extension brings along. */
export function letGo(of: Address, context: RenderContext, counts: CountedText = always): Aside | Impossible {
  const computed = computedCaller(of, context, counts);
  return computed ? computedFrom(computed.object, computed.column.name, of) : letGoOfDefaults(of, context, counts);
}

/** A step that makes anew what defaults call by these texts, with what takes them away before it and puts them back after it. */
export function aroundDefaults(
  step: StepDraft,
  of: Address,
  counts: CountedText,
  context: RenderContext,
): StepDraft | Impossible {
  const aside = partitionedBy(of, context, counts) ?? letGo(of, context, counts);
  if ('impossible' in aside || aside.sql.length === 0) return 'impossible' in aside ? aside : step;
  const back = takeUp(of, context, counts);
  return {
    ...step,
    sql: [...aside.sql, ...step.sql, ...back.sql],
    hazards: [...(step.hazards ?? []), ...(aside.hazards ?? [])],
    before: [...(aside.before ?? []), ...(back.before ?? [])],
  };
}

function letGoOfDefaults(of: Address, context: RenderContext, counts: CountedText = always): Aside {
  const callers = defaultCallers(of, context, counts);
  return {
    sql: callers
      .filter(({ calls }) => calls)
      .map((caller) => ({ text: `${alter(caller, qualified(caller.object))} DROP DEFAULT` })),
    hazards: locksOf(callers, (at) => at),
    // They are named here as they are before they change.
    before: callers.flatMap(({ object, heirs }) =>
      [object, ...heirs].flatMap(({ address }): readonly Ref[] => {
        const at = context.moved(address);
        return [
          { verb: 'alter', address: at },
          { verb: 'rename', address: at },
        ];
      }),
    ),
  };
}

/**
 * The creation of what defaults call, with the statements that put these back: in tables below after those above, which give theirs to them. Where they call more that is
 * made again, they come by themselves, once all of it is there.
 */
export function takingUp(made: StepDraft, at: Address, context: RenderContext): readonly StepDraft[] {
  const { others, ...aside } = takeUp(context.origin(at), context);
  const { sql, hazards = [], after = [], before = [] } = aside;
  if (sql.length === 0) return [made];
  if (others.length > 0) {
    const summary = `put back defaults that call ${shown({ address: at })}`;
    return [made, { summary, ...aside, after: [...after, ...others], preferAfter: others, late: true }];
  }
  return [
    {
      ...made,
      sql: [...made.sql, ...sql],
      hazards: [...(made.hazards ?? []), ...hazards],
      after: [...(made.after ?? []), ...after],
      before: [...(made.before ?? []), ...before],
    },
  ];
}

function takeUp(
  of: Address,
  context: RenderContext,
  counts: CountedText = always,
): Aside & { readonly others: readonly Ref[] } {
  const callers = defaultCallers(of, context, counts);
  const back = callers.flatMap((caller) => {
    const value = caller.kept === undefined ? 'DROP DEFAULT' : `SET DEFAULT ${caller.kept}`;
    // Of what only calls nothing is left to put back where it is not to be there.
    const isLeft = caller.kept === undefined && caller.calls && !caller.isBelow;
    return isLeft
      ? []
      : [{ caller, text: `${alter(caller, qualifiedAt(context.moved(caller.object.address)))} ${value}` }];
  });
  const others = new Set(back.flatMap(({ caller }) => madeAgainFor(caller, context)).filter((need) => need !== of));
  return {
    sql: back.map(({ text }) => ({ text })),
    hazards: locksOf(
      back.map(({ caller }) => caller),
      context.moved,
    ),
    after: back.map(({ caller }) => ({ verb: 'rename', address: context.moved(caller.object.address) })),
    before: back.flatMap(({ caller: { object, heirs } }) =>
      [object, ...heirs].map(({ address }): Ref => ({ verb: 'alter', address: context.moved(address) })),
    ),
    others: [...others].map((need) => ({ verb: 'create', address: context.moved(need) })),
  };
}

function locksOf(callers: readonly DefaultCaller[], called: (table: Address) => Address): readonly Hazard[] {
  const tables = new Set(callers.flatMap(({ object, column }) => (column ? [called(object.address)] : [])));
  return [...tables].map((at) => locksTable(shown({ address: at }), 'ACCESS EXCLUSIVE'));
}

function alter({ column }: DefaultCaller, path: string): string {
  return column ? `ALTER TABLE ${path} ALTER COLUMN ${quoteName(column.name)}` : `ALTER DOMAIN ${path}`;
}

function computedFrom(table: SchemaObject, column: string, of: Address): Impossible {
  return {
    impossible: `column ${column} of table ${shown(table)} is computed with it, and it has to be dropped and created again`,
    hint: `Keep what ${shown({ address: of })} takes and gives as it is, or take ${column} out in one run and bring it back in another.`,
  };
}
