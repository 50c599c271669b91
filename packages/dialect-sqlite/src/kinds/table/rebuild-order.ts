import { type Address, byCodeUnit, type Change, type RenderContext, type SchemaObject } from '@sync/core';
import { tablesWithQuotedStrings } from '../quoted-strings.js';
import { tableAddress } from './build.js';
import { renamedIn } from './deltas.js';
import { type TableDifference, tableDifference } from './difference.js';
import { spellsOutReference } from './implicit-references.js';
import { chooseStrategy } from './in-place.js';
import { isTable, type TableSpec } from './spec.js';

type Alter = Extract<Change<TableSpec>, { verb: 'alter' }>;

/** What an alter of a table is to bring about. */
export function differenceIn({ from, to, deltas }: Pick<Alter, 'from' | 'to' | 'deltas'>): TableDifference {
  const spellsOut = deltas.some((delta) => delta.type === spellsOutReference);
  return { ...tableDifference(from, to, renamedIn(deltas)), spellsOut };
}

/** A table with foreign keys, before and after, and the rebuilds between which they need not lead anywhere. */
export interface Watched {
  readonly base: SchemaObject<TableSpec>;
  readonly goal: SchemaObject<TableSpec>;
  /** In the order in which they run; never empty. */
  readonly rebuilds: readonly Address[];
}

const known = new WeakMap<RenderContext, RebuildOrder>();

/** The order in which the rebuilds of a plan run. */
export function rebuildOrder(context: RenderContext): RebuildOrder {
  const order = known.get(context) ?? new RebuildOrder(context);
  known.set(context, order);
  return order;
}

/**
 * Foreign keys fit together only before the first and after the last rebuild of the tables at their two ends, so it must be certain which these are: what is
 * referred to comes first, and circles are opened at the first name.
 */
export class RebuildOrder {
  private readonly ranks: ReadonlyMap<Address, number>;
  private readonly byRebuild: ReadonlyMap<Address, readonly Watched[]>;
  private readonly differences = new Map<Address, TableDifference>();

  constructor(private readonly context: RenderContext) {
    const tables = [...context.goal].filter(isTable);
    for (const { address } of tables) {
      const change = context.change(address);
      if (change?.verb === 'alter') this.differences.set(address, differenceIn(change as Alter));
    }
    const rebuilt = new Set(
      [...this.differences].flatMap(([address, difference]) =>
        chooseStrategy(difference, context.server.features).rebuild === undefined ? [] : [address],
      ),
    );
    const quoted = new Set(tablesWithQuotedStrings(context.base));
    const [first, then] = [true, false].map((which) =>
      targetsFirst(tables).filter((each) => quoted.has(each) === which),
    );
    const ordered = [...(first ?? []), ...(then ?? [])].filter((address) => rebuilt.has(address));
    this.ranks = new Map(ordered.map((address, rank) => [address, rank]));
    this.byRebuild = this.watchedByRebuild(tables);
  }

  isRebuilt(address: Address): boolean {
    return this.ranks.has(address);
  }

  /** The tables to look at because this one is rebuilt: itself, and those that refer to it before or after. */
  watched(table: Address): readonly Watched[] {
    return this.byRebuild.get(table) ?? [];
  }

  /** The rebuilds that must have run before this one so that the order is the certain one. */
  before(table: Address): readonly Address[] {
    const rank = this.ranks.get(table) ?? 0;
    const around = this.watched(table).flatMap(({ rebuilds }) => rebuilds);
    return [...new Set(around)].filter((address) => (this.ranks.get(address) ?? 0) < rank);
  }

  /** A table that gets or loses foreign keys in place does so at a time that nobody has fixed. */
  private isUncertain(address: Address): boolean {
    const difference = this.differences.get(address);
    if (!difference || this.isRebuilt(address)) return false;
    return difference.foreignKeys.added.length + difference.foreignKeys.dropped.length > 0;
  }

  /** What is remembered at the first of several rebuilds is looked for at the last, so that each of them must know of the same tables. */
  private watchedByRebuild(tables: readonly SchemaObject<TableSpec>[]): ReadonlyMap<Address, readonly Watched[]> {
    const found = new Map<Address, Watched[]>();
    for (const goal of tables) {
      const change = this.context.change(goal.address);
      // One that has another name now is found under it by nothing but the change.
      const base = this.context.base.get(goal.address) ?? (change?.verb === 'alter' ? change.from : undefined);
      if (!isTable(base) || this.isUncertain(goal.address)) continue;
      const rebuilds = this.rebuildsAround(base, goal);
      for (const rebuild of rebuilds) {
        const known = found.get(rebuild) ?? [];
        const watched = { base, goal, rebuilds };
        // A table comes before those that refer to it.
        if (rebuild === goal.address) known.unshift(watched);
        else known.push(watched);
        found.set(rebuild, known);
      }
    }
    return found;
  }

  private rebuildsAround(base: SchemaObject<TableSpec>, goal: SchemaObject<TableSpec>): readonly Address[] {
    const keys = [...base.spec.foreignKeys, ...goal.spec.foreignKeys];
    const addresses = new Set([goal.address, ...keys.map((key) => tableAddress(key.table))]);
    return [...addresses]
      .filter((address) => this.isRebuilt(address))
      .sort((a, b) => (this.ranks.get(a) ?? 0) - (this.ranks.get(b) ?? 0));
  }
}

/** Each table after those that it refers to. Without recursion: chains of references can be long. */
function targetsFirst(tables: readonly SchemaObject<TableSpec>[]): readonly Address[] {
  const targets = new Map(
    tables.map(({ address, spec }) => [address, spec.foreignKeys.map((key) => tableAddress(key.table))]),
  );
  const ordered = new Set<Address>();
  const entered = new Set<Address>();
  for (const start of [...targets.keys()].sort(byCodeUnit)) {
    const path = [start];
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      entered.add(at);
      const next = targets.get(at)?.find((target) => targets.has(target) && !entered.has(target));
      if (next !== undefined) path.push(next);
      else {
        ordered.add(at);
        path.pop();
      }
    }
  }
  return [...ordered];
}
