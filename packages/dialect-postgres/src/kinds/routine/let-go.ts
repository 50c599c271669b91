import type { Address, Impossible, RenderContext, SchemaObject, Statement, StepDraft } from '@sync/core';
import { quoteName } from '../../text/names.js';
import { qualified, qualifiedAt, shown } from '../../text/qualified.js';
import type { ColumnSpec, TableLayout, TableSpec } from '../table/spec.js';

/** A default that calls something which is dropped and created again. */
interface Caller {
  readonly table: SchemaObject<TableSpec>;
  readonly column: ColumnSpec;
}

/** What a step does beside its own, and when. */
export type Aside = Pick<StepDraft, 'before' | 'after'> & { readonly sql: readonly Statement[] };

/** Takes defaults away that call something, so that it can be dropped: a table stays, whatever is replaced under it. */
export function letGo(of: Address, context: RenderContext): Aside | Impossible {
  const callers = callersOf(of, context);
  const computed = callers.find(({ column }) => column.generated);
  if (computed) return computedFrom(computed, of);
  return {
    sql: callers.map(({ table, column }) => ({
      text: `ALTER TABLE ${qualified(table)} ALTER COLUMN ${quoteName(column.name)} DROP DEFAULT`,
    })),
    // Tables and columns are named here as they are before their tables change.
    before: callers.flatMap(({ table }) => {
      const at = context.moved(table.address);
      return [
        { verb: 'alter', address: at },
        { verb: 'rename', address: at },
      ] as const;
    }),
  };
}

/** Puts the defaults back. */
export function takeUp(of: Address, context: RenderContext): Aside {
  const callers = callersOf(of, context).filter(({ table, column }) => keepsDefault(table, column, context));
  const moved = ({ table }: Caller) => context.moved(table.address);
  return {
    sql: callers.map((caller) => ({
      text: `ALTER TABLE ${qualifiedAt(moved(caller))} ALTER COLUMN ${quoteName(caller.column.name)} SET DEFAULT ${caller.column.default}`,
    })),
    after: callers.map((caller) => ({ verb: 'rename', address: moved(caller) })),
    before: callers.map((caller) => ({ verb: 'alter', address: moved(caller) })),
  };
}

function callersOf(of: Address, { base, change }: RenderContext): readonly Caller[] {
  return base.dependents(of).flatMap((object): readonly Caller[] => {
    const isGone = change(object.address)?.verb === 'drop';
    if (object.kind !== 'table' || isGone) return [];
    const table = object as SchemaObject<TableSpec>;
    const { calls = {} } = table.layout as unknown as TableLayout;
    return table.spec.columns.filter(({ name }) => calls[name]?.includes(of)).map((column) => ({ table, column }));
  });
}

/** Whether a column has the same default afterwards; another one comes with the alteration of its table. */
function keepsDefault(table: SchemaObject, { name }: ColumnSpec, { change, moved }: RenderContext): boolean {
  const alteration = change(moved(table.address));
  if (alteration?.verb !== 'alter') return true;
  return !alteration.deltas.some(({ type, path, ...rest }) => {
    const before = (rest as { readonly before?: ColumnSpec }).before?.name ?? path[1];
    return before === name && (type === 'drop-column' || type === 'change-default');
  });
}

function computedFrom({ table, column }: Caller, of: Address): Impossible {
  return {
    impossible: `column ${column.name} of table ${shown(table)} is computed with it, and it has to be dropped and created again`,
    hint: `Keep what ${shown({ address: of })} takes and gives as it is, or take ${column.name} out in one run and bring it back in another.`,
  };
}
