import {
  type Address,
  byCodeUnit,
  type Catalogue,
  canonicalJson,
  type Driver,
  type Json,
  partsOf,
  type Relation,
  type Rename,
  type SchemaObject,
  type Session,
} from '@sync/core';

/** How the rows of a table, and the facts beside them, are read. */
export interface HoldingQueries {
  /** Reads all rows; each column of the answer is compared under its name. Undefined for what holds none. Default: `SELECT *` of every table. */
  readonly rows?: (session: Session, object: SchemaObject, relation: Relation | undefined) => Promise<Rows | undefined>;
  /** Facts of a table beside its rows that a change must not disturb, such as a counter. */
  readonly facts?: (session: Session, object: SchemaObject) => Promise<Readonly<Record<string, Json>>>;
}

/** Rows as a session answers with them. */
export type Rows = readonly Readonly<Record<string, unknown>>[];

/** What one table holds. */
export interface Holding {
  readonly name: string;
  /** The names of its columns, folded. */
  readonly columns: ReadonlySet<string>;
  readonly rows: Rows;
  readonly facts: Readonly<Record<string, Json>>;
}

/** What every table of a database holds. */
export type Holdings = ReadonlyMap<Address, Holding>;

/** Reads the rows of every table. */
export async function readHoldings(
  session: Session,
  catalogue: Catalogue,
  driver: Driver,
  queries: HoldingQueries,
): Promise<Holdings> {
  const kinds = new Map(driver.kinds.map((kind) => [kind.kind, kind]));
  const { dialect } = driver;
  const everything = async (object: SchemaObject, relation: Relation | undefined): Promise<Rows | undefined> =>
    relation?.type === 'table' ? session.query({ text: `SELECT * FROM ${dialect.quote(object.name)}` }) : undefined;
  const holdings = new Map<Address, Holding>();
  for (const object of catalogue) {
    const relation = kinds.get(object.kind)?.relation?.(object);
    const found = await (queries.rows ? queries.rows(session, object, relation) : everything(object, relation));
    if (!found) continue;
    const rows = found.map((row) => foldRow(row, dialect.fold));
    const named = relation?.columns.map((column) => dialect.fold(column.name)) ?? [];
    const columns = new Set([...named, ...rows.flatMap((row) => Object.keys(row))]);
    const facts = (await queries.facts?.(session, object)) ?? {};
    holdings.set(object.address, { name: dialect.fold(object.name), columns, rows, facts });
  }
  return holdings;
}

function foldRow(
  row: Readonly<Record<string, unknown>>,
  fold: (name: string) => string,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [fold(name), value]));
}

/** What became of the rows between two readings, under the names of the later one. */
export interface Fate {
  /** Tables that are gone or empty now, and columns that are gone from tables that stayed. */
  readonly lost: readonly string[];
  /** Columns and facts that hold something else than before. */
  readonly changed: readonly string[];
  /** Tables with another number of rows. */
  readonly miscounted: readonly string[];
}

/** Follows every table and column of one reading into a later one. */
export function compareHoldings(before: Holdings, after: Holdings, renames: readonly Rename[]): Fate {
  const lost: string[] = [];
  const changed: string[] = [];
  const miscounted: string[] = [];
  const moved = new Map(
    renames.flatMap((rename) => (rename.of === 'object' ? [[rename.from, rename.to] as const] : [])),
  );
  for (const [address, old] of before) {
    const target = moved.get(address) ?? address;
    const next = after.get(target);
    if (!next || (next.rows.length === 0 && old.rows.length > 0)) {
      lost.push(next?.name ?? old.name);
      continue;
    }
    if (next.rows.length !== old.rows.length) miscounted.push(`${next.name}: ${old.rows.length} → ${next.rows.length}`);
    const names = memberNames(target, renames);
    const kept: string[] = [];
    for (const column of old.columns) {
      if (next.columns.has(names(column))) kept.push(column);
      else lost.push(`${next.name}.${column}`);
    }
    changed.push(...changedColumns(old, next, kept, names), ...changedFacts(old, next));
  }
  return { lost: lost.sort(byCodeUnit), changed: changed.sort(byCodeUnit), miscounted };
}

/** A reading without the tables and columns that are named, by the names that they have after the renames. */
export function withoutGiven(holdings: Holdings, given: ReadonlySet<string>, renames: readonly Rename[]): Holdings {
  const moved = new Map(renames.flatMap((rename) => (rename.of === 'object' ? [[rename.from, rename] as const] : [])));
  const kept = new Map<Address, Holding>();
  for (const [address, holding] of holdings) {
    const rename = moved.get(address);
    const table = rename ? (partsOf(rename.to).parts.at(-1) ?? '') : holding.name;
    if (given.has(table)) continue;
    const names = memberNames(rename?.to ?? address, renames);
    const isKept = (name: string) => !given.has(`${table}.${name}`) && !given.has(`${table}.${names(name)}`);
    kept.set(address, {
      ...holding,
      columns: new Set([...holding.columns].filter(isKept)),
      facts: Object.fromEntries(Object.entries(holding.facts).filter(([name]) => isKept(name))),
    });
  }
  return kept;
}

function memberNames(object: Address, renames: readonly Rename[]): (column: string) => string {
  const renamed = new Map(
    renames.flatMap((rename) =>
      rename.of === 'member' && rename.object === object ? [[rename.from, rename.to] as const] : [],
    ),
  );
  return (column) => renamed.get(column) ?? column;
}

/** Rows are compared whole over the columns whose values all stayed, so that values which trade places between rows are seen. */
function changedColumns(
  old: Holding,
  next: Holding,
  kept: readonly string[],
  names: (column: string) => string,
): readonly string[] {
  const column = (rows: Rows, name: string) =>
    rows
      .map((row) => valueText(row[name]))
      .sort(byCodeUnit)
      .join('\n');
  const changed = kept.filter((name) => column(old.rows, name) !== column(next.rows, names(name)));
  const stayed = kept.filter((name) => !changed.includes(name));
  const whole = (rows: Rows, columns: readonly string[]) =>
    rows
      .map((row) => columns.map((name) => valueText(row[name])).join('|'))
      .sort(byCodeUnit)
      .join('\n');
  const mixed = whole(old.rows, stayed) !== whole(next.rows, stayed.map(names));
  return [
    ...changed.map((name) => `${next.name}.${names(name)}`),
    ...(mixed ? [`${next.name}: values between rows`] : []),
  ];
}

function changedFacts(old: Holding, next: Holding): readonly string[] {
  const both = Object.keys(old.facts).filter((name) => name in next.facts);
  return both
    .filter((name) => canonicalJson(old.facts[name]) !== canonicalJson(next.facts[name]))
    .map((name) => `${next.name}.${name}`);
}

/** A value with its type, so that 1 and '1' differ. */
function valueText(value: unknown): string {
  if (value instanceof Uint8Array) return `bytes ${Buffer.from(value).toString('hex')}`;
  if (typeof value === 'bigint') return `bigint ${value}`;
  return value === undefined || value === null ? 'null' : `${typeof value} ${JSON.stringify(value)}`;
}
