import type { Address, Hazard, Impossible, RenderContext, SchemaObject, Statement, StepDraft } from '@sync/core';
import { locksTable } from '../../hazards.js';
import { quoteName } from '../../text/names.js';
import { qualified, qualifiedAt, shown } from '../../text/qualified.js';
import type { DomainSpec } from '../domain/spec.js';
import type { ColumnSpec, TableLayout, TableSpec } from '../table/spec.js';
import { dropComputed } from '../type/computed.js';

/** A default that calls something which is dropped and created again: of a column, or of a domain. */
interface Caller {
  readonly object: SchemaObject;
  readonly column?: ColumnSpec;
  readonly default: string;
}

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
    before: [
      ...computed.before,
      ...(defaults.before ?? []),
      // The server would find the one that goes where both are there.
      ...(other ? [{ verb: 'create', address: other.address } as const] : []),
    ],
  };
}

/** Takes defaults away that call what an extension brings along. */
export function letGo(of: Address, context: RenderContext): Aside | Impossible {
  const computed = callersOf(of, context).find(({ column }) => column?.generated);
  return computed ? computedFrom(computed, of) : letGoOfDefaults(of, context);
}

function letGoOfDefaults(of: Address, context: RenderContext): Aside {
  const callers = callersOf(of, context).filter(({ column }) => !column?.generated);
  return {
    sql: callers.map((caller) => ({ text: `${alter(caller, qualified(caller.object))} DROP DEFAULT` })),
    hazards: callers.flatMap((caller) => lockHazards(caller, caller.object.address)),
    // They are named here as they are before they change.
    before: callers.flatMap(({ object }) => {
      const at = context.moved(object.address);
      return [
        { verb: 'alter', address: at },
        { verb: 'rename', address: at },
      ] as const;
    }),
  };
}

/** Puts the defaults back. */
export function takeUp(of: Address, context: RenderContext): Aside {
  const callers = callersOf(of, context).filter((caller) => !caller.column?.generated && keepsDefault(caller, context));
  const moved = ({ object }: Caller) => context.moved(object.address);
  return {
    sql: callers.map((caller) => ({
      text: `${alter(caller, qualifiedAt(moved(caller)))} SET DEFAULT ${caller.default}`,
    })),
    hazards: callers.flatMap((caller) => lockHazards(caller, moved(caller))),
    after: callers.map((caller) => ({ verb: 'rename', address: moved(caller) })),
    before: callers.map((caller) => ({ verb: 'alter', address: moved(caller) })),
  };
}

function lockHazards({ column }: Caller, at: Address): readonly Hazard[] {
  return column ? [locksTable(shown({ address: at }), 'ACCESS EXCLUSIVE')] : [];
}

function alter({ column }: Caller, path: string): string {
  return column ? `ALTER TABLE ${path} ALTER COLUMN ${quoteName(column.name)}` : `ALTER DOMAIN ${path}`;
}

function callersOf(of: Address, { base, change }: RenderContext): readonly Caller[] {
  return base.dependents(of).flatMap((object): readonly Caller[] => {
    if (change(object.address)?.verb === 'drop') return [];
    if (object.kind === 'postgres/domain') {
      const { default: value } = (object as SchemaObject<DomainSpec>).spec;
      return value === undefined ? [] : [{ object, default: value }];
    }
    if (object.kind !== 'table') return [];
    const { spec, layout } = object as SchemaObject<TableSpec>;
    const { calls = {} } = layout as unknown as TableLayout;
    return spec.columns
      .filter(({ name }) => calls[name]?.includes(of))
      .map((column) => ({ object, column, default: column.default ?? '' }));
  });
}

/** Whether a default is the same afterwards; another one comes with the alteration of what it is of. */
function keepsDefault({ object, column }: Caller, { change, moved }: RenderContext): boolean {
  const alteration = change(moved(object.address));
  if (alteration?.verb !== 'alter') return true;
  return !alteration.deltas.some(({ type, path, ...rest }) => {
    if (!column) return type === 'change-default';
    const before = (rest as { readonly before?: ColumnSpec }).before?.name ?? path[1];
    return before === column.name && (type === 'drop-column' || type === 'change-default');
  });
}

function computedFrom({ object, column }: Caller, of: Address): Impossible {
  return {
    impossible: `column ${column?.name} of table ${shown(object)} is computed with it, and it has to be dropped and created again`,
    hint: `Keep what ${shown({ address: of })} takes and gives as it is, or take ${column?.name} out in one run and bring it back in another.`,
  };
}
