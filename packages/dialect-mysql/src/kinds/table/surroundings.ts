import {
  type Address,
  address,
  type Catalogue,
  type Change,
  equalJson,
  type Json,
  type SchemaObject,
} from '@sync/core';
import type { Referring, Surroundings } from './alter.js';
import { holderOf } from './named-once.js';
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
    isReferredTo: referringTables(base, origin(at)).length > 0,
    referring: referringKeys(base, origin(at), { at, goal, change }),
    isNew: !base.has(origin(at)),
    altered: alteredTargets([from, to], change),
    taker(member, name) {
      const holder = holderOf(member, name, goal);
      return holder?.address === at ? undefined : holder?.name;
    },
    waits(name) {
      const table = goal.get(address('table', name)) as SchemaObject<TableSpec> | undefined;
      return table !== undefined && alteredTargets([table], change).size > 0;
    },
  };
}

function referringTables(base: Catalogue, at: Address): readonly SchemaObject<TableSpec>[] {
  return base
    .dependents(at)
    .filter(({ kind, address: other }) => kind === 'table' && other !== at) as readonly SchemaObject<TableSpec>[];
}

/** The foreign keys of other tables that lead to a table, and why they cannot follow to a copy of it: the plan has to leave both ends of them alone. */
function referringKeys(
  base: Catalogue,
  before: Address,
  { at, goal, change }: Pick<Whole, 'goal' | 'change'> & { readonly at: Address },
): Referring {
  const name = base.get(before)?.name;
  const keys = referringTables(base, before).flatMap((table) =>
    table.spec.foreignKeys.flatMap((key) =>
      key.database === undefined && key.table === name ? [{ table: table.name, key, from: table }] : [],
    ),
  );
  const changing = keys.find(({ table, key }) => {
    const other = address('table', table);
    const will = goal.get(other) as SchemaObject<TableSpec> | undefined;
    const stays = will?.spec.foreignKeys.some((each) => equalJson(each as unknown as Json, key as unknown as Json));
    return !stays || (change(other)?.verb ?? 'alter') !== 'alter';
  });
  if (changing)
    return {
      keys,
      changing: `foreign key ${changing.key.name} of table ${changing.table}, which leads to it, changes too`,
    };
  return keys.length > 0 && before !== at ? { keys, changing: 'it is renamed, and foreign keys lead to it' } : { keys };
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
