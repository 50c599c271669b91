/** A bucket: values by key, forgotten after a while where it has a time to live. */
export interface Bucket {
  readonly name: string;
  readonly ttl: number | null;
  readonly values: Map<string, string>;
}

/** A table that schema-sync keeps for itself. */
export interface Book {
  readonly columns: readonly string[];
  readonly key: readonly string[];
  readonly rows: Map<string, unknown>[];
}

/** One database. */
export interface Database {
  readonly buckets: Map<string, Bucket>;
  /** Alias → bucket. */
  readonly aliases: Map<string, string>;
  readonly books: Map<string, Book>;
  /** The names that are locked, each with its holder. */
  readonly locks: Map<string, symbol>;
}

/** All databases, by name. */
export type World = Map<string, Database>;

/** A world without databases. */
export function createWorld(): World {
  return new Map();
}

/** The database of a name, made where it is missing. */
export function databaseOf(world: World, name: string): Database {
  const found = world.get(name);
  if (found) return found;
  const made: Database = { buckets: new Map(), aliases: new Map(), books: new Map(), locks: new Map() };
  world.set(name, made);
  return made;
}
