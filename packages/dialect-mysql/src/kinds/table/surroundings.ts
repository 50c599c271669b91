import { type Address, address, type Catalogue, type Change, type SchemaObject } from '@sync/core';
import type { Surroundings } from './alter.js';
import type { TableSpec } from './spec.js';

/** What of a plan, and of the states that it leads from and to, tells what counts for one table. */
interface Whole {
  readonly base: Catalogue;
  readonly goal: Catalogue;
  origin(at: Address): Address;
  change(at: Address): Change | undefined;
}

/** What counts for the changes of a table beside itself. */
export function surroundingsOf(
  { from, to, address: at }: Extract<Change<TableSpec>, { verb: 'alter' }>,
  { base, goal, origin, change }: Whole,
): Surroundings {
  return {
    isReferredTo: isReferredTo(from, base),
    isNew: !base.has(origin(at)),
    altered: alteredTargets([from, to], change),
    waits(name) {
      const table = goal.get(address('table', name)) as SchemaObject<TableSpec> | undefined;
      return table !== undefined && alteredTargets([table], change).size > 0;
    },
  };
}

/** Whether foreign keys of other tables lead to it. */
function isReferredTo(table: SchemaObject, base: Catalogue): boolean {
  return base.dependents(table.address).some(({ kind }) => kind === 'table');
}

/** Tables to which foreign keys of these states of a table lead, and that the plan alters, too. */
function alteredTargets(
  states: readonly SchemaObject<TableSpec>[],
  change: (at: Address) => Change | undefined,
): ReadonlySet<string> {
  const isAltered = (name: string) => change(address('table', name))?.verb === 'alter';
  return new Set(
    states.flatMap(({ name, spec }) =>
      spec.foreignKeys.flatMap(({ table, database }) =>
        database === undefined && table !== name && isAltered(table) ? [table] : [],
      ),
    ),
  );
}
