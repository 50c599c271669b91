import type { Seed } from '../contract/document.js';
import type { Driver } from '../contract/driver.js';
import type { Relation, RelationForeignKey } from '../contract/relation.js';
import { kindOf } from '../diff/kinds.js';
import type { Address } from '../model/address.js';
import type { Catalogue } from '../model/catalogue.js';
import { addressKey, type SeedTable, tableKey } from './seed-table.js';

type Row = Seed['rows'][number];

/** A table or view, and the object that it is. */
export interface NamedRelation {
  readonly address: Address;
  readonly relation: Relation;
}

/** The tables and views of a catalogue, by what `tableKey` makes of them. */
export function relationsOf(catalogue: Catalogue, driver: Driver): ReadonlyMap<string, NamedRelation> {
  const relations = new Map<string, NamedRelation>();
  for (const object of catalogue) {
    const relation = kindOf(driver, object.kind).relation?.(object);
    if (relation) relations.set(addressKey(object.address), { address: object.address, relation });
  }
  return relations;
}

/** The seeds of tables that are managed: what is left out of a goal keeps its rows as they are. */
export function managedSeeds(seeds: readonly Seed[], goal: Catalogue, driver: Driver): readonly Seed[] {
  if (seeds.length === 0) return seeds;
  const relations = relationsOf(goal, driver);
  return seeds.filter((seed) => relations.has(tableKey(seed, driver.dialect)));
}

/** Puts seeds into an order in which foreign keys hold: tables after those that they refer to, and rows of one table likewise. */
export function orderSeeds(seeds: readonly Seed[], catalogue: Catalogue, driver: Driver): readonly Seed[] {
  if (seeds.length === 0) return seeds;
  const relations = relationsOf(catalogue, driver);
  const keyOf = (table: SeedTable) => tableKey(table, driver.dialect);
  const keysOf = (seed: Seed) => relations.get(keyOf(seed))?.relation.foreignKeys ?? [];
  const byTable = new Map(seeds.map((seed) => [keyOf(seed), seed]));
  const needed = (seed: Seed) => [
    ...keysOf(seed).flatMap(({ references }) => byTable.get(keyOf(references)) ?? []),
    ...referred(relations.get(keyOf(seed))?.address, catalogue).flatMap((key) => byTable.get(key) ?? []),
  ];
  return neededFirst(seeds, needed).map((seed) => {
    const own = keysOf(seed).filter(({ references }) => keyOf(references) === keyOf(seed));
    return own.length === 0 ? seed : { ...seed, rows: orderRows(seed, own, relations, driver) };
  });
}

/** What a table's own objects need: where foreign keys are objects, the tables that they refer to. */
function referred(table: Address | undefined, catalogue: Catalogue): readonly string[] {
  if (table === undefined) return [];
  return catalogue.children(table).flatMap(({ needs }) => needs.map(addressKey));
}

function orderRows(
  { rows }: Seed,
  keys: readonly RelationForeignKey[],
  relations: ReadonlyMap<string, NamedRelation>,
  driver: Driver,
): readonly Row[] {
  const targets = keys.map((key) => {
    const columns = referencedColumns(key, relations, driver);
    return { key, byValue: new Map(rows.map((row) => [identityOf(row, columns, driver), row])) };
  });
  return neededFirst(rows, (row) =>
    targets.flatMap(({ key, byValue }): readonly Row[] => {
      const value = identityOf(row, key.columns, driver);
      const target = value === undefined ? undefined : byValue.get(value);
      return target ? [target] : [];
    }),
  );
}

/** Each after what it needs; in a circle, in the order in which they stand. Without recursion: chains can be long. */
function neededFirst<T>(items: readonly T[], needed: (item: T) => readonly T[]): readonly T[] {
  const ordered = new Set<T>();
  const entered = new Set<T>();
  for (const start of items) {
    const path = [start];
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      entered.add(at);
      const next = needed(at).find((other) => !entered.has(other));
      if (next !== undefined) path.push(next);
      else {
        ordered.add(at);
        path.pop();
      }
    }
  }
  return [...ordered];
}

function referencedColumns(
  { references }: RelationForeignKey,
  relations: ReadonlyMap<string, NamedRelation>,
  { dialect }: Driver,
): readonly string[] {
  if (references.columns.length > 0) return references.columns;
  return relations.get(tableKey(references, dialect))?.relation.primaryKey?.columns ?? [];
}

/** The values of some columns, as far as rows name each other by them; undefined where one is NULL, which refers to nothing. */
function identityOf(row: Row, columns: readonly string[], { dialect }: Driver): string | undefined {
  const named = new Map(Object.entries(row).map(([name, value]) => [dialect.fold(name), value]));
  const values = columns.map((column) => named.get(dialect.fold(column)) ?? null);
  return values.length === 0 || values.includes(null) ? undefined : JSON.stringify(values.map(String));
}

/** The rows whose foreign keys lead to rows among them, so that they can be tried where nothing else is. */
export function selfContained(seeds: readonly Seed[], catalogue: Catalogue, driver: Driver): readonly Seed[] {
  const { fold } = driver.dialect;
  const relations = relationsOf(catalogue, driver);
  const keysOf = (seed: Seed) => relations.get(tableKey(seed, driver.dialect))?.relation.foreignKeys ?? [];
  const targets = new Map<string, Target>();
  const targetOf = (key: RelationForeignKey) => {
    const columns = referencedColumns(key, relations, driver);
    const id = JSON.stringify([fold(key.references.table), columns.map(fold)]);
    const target = targets.get(id) ?? { table: fold(key.references.table), columns, values: new Set<string>() };
    targets.set(id, target);
    return target;
  };
  for (const key of seeds.flatMap(keysOf)) targetOf(key);
  return seeds.flatMap((seed) => {
    const own = [...targets.values()].filter(({ table }) => table === fold(seed.table));
    const keys = keysOf(seed).map((key) => ({ columns: key.columns, target: targetOf(key) }));
    const rows = seed.rows.filter((row) => {
      const leads = keys.every(({ columns, target }) => {
        const value = identityOf(row, columns, driver);
        const itself = own.includes(target) && identityOf(row, target.columns, driver) === value;
        return value === undefined || itself || target.values.has(value);
      });
      for (const { columns, values } of leads ? own : []) {
        const value = identityOf(row, columns, driver);
        if (value !== undefined) values.add(value);
      }
      return leads;
    });
    return rows.length > 0 ? [{ ...seed, rows }] : [];
  });
}

/** What foreign keys lead to: the values of these columns, of the rows that are kept. */
interface Target {
  readonly table: string;
  readonly columns: readonly string[];
  readonly values: Set<string>;
}
