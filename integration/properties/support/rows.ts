import type Database from 'better-sqlite3';
import { pick, type Schema, type Table, tablesOf } from './model.js';
import { foldName, quoteName } from './names.js';

const values = [
  1,
  2,
  3,
  null,
  'a',
  'b',
  0,
  -1,
  1.5,
  "it's",
  '007',
  '1',
  'ä;--',
  Buffer.from([0, 255, 10]),
  9007199254740993n,
  'two\nlines',
  '',
  50,
  'A',
  ' a ',
] as const;

/** Puts rows into tables: of those that the choices stand for, the ones that SQLite takes. */
export function insertRows(database: Database.Database, schema: Schema, choices: readonly number[]): void {
  if (choices.length === 0) return;
  let position = 0;
  const next = () => choices[position++ % choices.length] ?? 0;
  // Twice, because rows refer to rows of tables that come later.
  for (let round = 0; round < 2; round++) {
    for (const table of tablesOf(schema)) {
      for (let row = 0; row < 3; row++) attempt(() => insertRow(database, table, () => next() + row * 7 + position));
    }
  }
  // Row ids with a gap between them, since some things refer to rows by them.
  for (const table of tablesOf(schema))
    attempt(() => database.exec(`DELETE FROM ${quoteName(table.name)} WHERE _rowid_ = 2`));
  for (const thing of schema.things) {
    if (thing.is !== 'virtual') continue;
    const name = quoteName(thing.name);
    if (thing.content) attempt(() => database.exec(`INSERT INTO ${name} (${name}) VALUES ('rebuild')`));
    else if (thing.module === 'fts5')
      attempt(() =>
        database
          .prepare(
            `INSERT INTO ${name} (${thing.columns.join(', ')}) VALUES (${thing.columns.map(() => '?').join(', ')})`,
          )
          .run(thing.columns.map((_, i) => `word${i} two`)),
      );
    else
      attempt(() =>
        database
          .prepare(`INSERT INTO ${name} VALUES (${thing.columns.map(() => '?').join(', ')})`)
          .run(thing.columns.map((_, i) => i + 1)),
      );
  }
}

function insertRow(database: Database.Database, table: Table, next: () => number): void {
  const columns = table.columns.filter((column) => !column.generated && next() % 7 !== 0);
  if (columns.length === 0) return void database.exec(`INSERT INTO ${quoteName(table.name)} DEFAULT VALUES`);
  const list = columns.map((column) => quoteName(column.name)).join(', ');
  const marks = columns.map(() => '?').join(', ');
  database
    .prepare(`INSERT INTO ${quoteName(table.name)} (${list}) VALUES (${marks})`)
    .run(columns.map(() => pick(values, next())));
}

function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // Constraints refuse some of the rows: that is what they are for.
  }
}

/** What one table holds: each row as SQL literals by folded column name, so that types count. */
export interface Holding {
  readonly name: string;
  readonly columns: readonly string[];
  /** Columns whose values SQLite computes. */
  readonly computed: ReadonlySet<string>;
  readonly rows: readonly Readonly<Record<string, string>>[];
}

export type Holdings = ReadonlyMap<string, Holding>;

/** Reads every table that holds rows of its own, but for the shadows of virtual ones and our own books. */
export function readHoldings(database: Database.Database): Holdings {
  const tables = database
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )
    .pluck()
    .all() as string[];
  const borrowed = new Set(textIndexes(database).map(({ name }) => name));
  return new Map(
    tables
      .filter((name) => !name.startsWith('_schema_sync_') && !borrowed.has(name))
      .map((name) => [foldName(name), readHolding(database, name)]),
  );
}

function readHolding(database: Database.Database, table: string): Holding {
  const columns = database
    .prepare('SELECT name, hidden FROM pragma_table_xinfo(?) WHERE hidden <> 1')
    .all(table) as readonly {
    readonly name: string;
    readonly hidden: number;
  }[];
  // Under numbers, since a column may be called anything.
  const list = columns.map(({ name }, i) => `quote(${quoteName(name)}) AS c${i}`).join(', ');
  const rows = database.prepare(`SELECT ${list} FROM ${quoteName(table)} ORDER BY 1`).all() as readonly Readonly<
    Record<string, string>
  >[];
  return {
    name: table,
    columns: columns.map(({ name }) => foldName(name)),
    computed: new Set(columns.flatMap(({ name, hidden }) => (hidden === 0 ? [] : [foldName(name)]))),
    rows: rows.map((row) => Object.fromEntries(columns.map(({ name }, i) => [foldName(name), String(row[`c${i}`])]))),
  };
}

/** Full-text indexes over the rows of another table: those that neither keep their rows in a shadow of their own nor keep none at all. */
function textIndexes(database: Database.Database): readonly { readonly name: string; readonly sql: string }[] {
  const all = database
    .prepare("SELECT name, sql FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL%' AND sql LIKE '%fts5%'")
    .all() as readonly { readonly name: string; readonly sql: string }[];
  const tables = new Set(database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all());
  const contentless = /content\s*=\s*(?:''|"")\s*[,)]/;
  return all.filter(({ name, sql }) => !tables.has(`${name}_content`) && !contentless.test(sql));
}

/**
 * The full-text indexes that do not say what is in the table that they index, by FTS5's own check, and would if they were built again. Where the rows are known by a
 * column named rowid that is not unique, they never would.
 */
export function staleIndexes(database: Database.Database): readonly string[] {
  return textIndexes(database).flatMap(({ name }) => {
    const table = quoteName(name);
    const isSound = () =>
      succeeds(() => database.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('integrity-check', 1)`));
    if (isSound()) return [];
    database.exec('SAVEPOINT looking');
    const couldBe = succeeds(() => database.exec(`INSERT INTO ${table} (${table}) VALUES ('rebuild')`)) && isSound();
    database.exec('ROLLBACK TO looking; RELEASE looking');
    return couldBe ? [name] : [];
  });
}

function succeeds(action: () => void): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}
