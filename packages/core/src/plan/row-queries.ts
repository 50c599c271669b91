import type { Session } from '../contract/connection.js';
import type { Seed } from '../contract/document.js';
import type { Driver } from '../contract/driver.js';
import type { Statement } from '../contract/statement.js';
import { append } from '../model/append.js';
import { type Hash, hashText } from '../model/hash.js';
import type { FoundRow, SeedNames } from './plan-format.js';
import { tablePath, tableTitle } from './seed-table.js';

type Row = Seed['rows'][number];
type Answer = Readonly<Record<string, unknown>>;
type Bind = (value: Row[string]) => string;

/** The most rows, and the most values, that one query asks for. */
const most = { rows: 100, values: 10_000 };

/** Asks the server itself which rows are there: only it knows what it makes of `'1.0'` in a column of integers. */
export class RowQueries {
  /** The columns beside the key that are there. */
  private readonly columns: readonly string[];

  constructor(
    private readonly seed: Seed,
    /** What the table and its columns are called; a column that is not there yet has no name. */
    private readonly names: SeedNames,
    private readonly driver: Driver,
  ) {
    this.columns = columnsOf(seed).filter((name) => !seed.key.includes(name) && Object.hasOwn(names.columns, name));
  }

  /** What is there of each row, null where nothing is. Rows can only be looked up by columns that are there. */
  async find(session: Session): Promise<readonly (FoundRow | null)[]> {
    const { rows, key } = this.seed;
    if (!key.every((name) => Object.hasOwn(this.names.columns, name))) return rows.map(() => null);
    if (this.driver.findRows) return this.findWith(this.driver.findRows, session);
    const same = await this.findSame(session);
    const otherwise = new Map<number, readonly string[]>();
    for (const [i, row] of rows.entries()) {
      const others = same.get(i) && this.columnsIn(row).filter((name) => !same.get(i)?.has(name));
      if (others && others.length > 0) otherwise.set(i, others);
    }
    const others = await this.hashOthers(session, otherwise);
    return rows.map((row, i) => {
      const hash = others.get(i);
      const names = same.get(i);
      if (!names) return null;
      return {
        same: this.columnsIn(row).filter((name) => names.has(name)),
        ...(hash !== undefined && { others: hash }),
      };
    });
  }

  /** Asks the driver, by the names of now, and says what it found by those of the seed. */
  private async findWith(
    findRows: NonNullable<Driver['findRows']>,
    session: Session,
  ): Promise<readonly (FoundRow | null)[]> {
    const { key, rows } = this.seed;
    const { schema, table, columns } = this.names;
    const named = (name: string) => columns[name] ?? name;
    const there = [...key, ...this.columns];
    const asked = rows.map((row) =>
      Object.fromEntries(there.flatMap((name) => (Object.hasOwn(row, name) ? [[named(name), row[name] ?? null]] : []))),
    );
    const seed = { ...(schema !== undefined && { schema }), table, key: key.map(named), rows: asked };
    const found = await findRows(session, seed);
    return rows.map((row, i) => {
      const held = found[i];
      if (!held) return null;
      const isSame = new Set(held.same);
      const same = this.columnsIn(row).filter((name) => isSame.has(named(name)));
      const others = this.columnsIn(row).filter((name) => !isSame.has(named(name)));
      const values = others.map((name) => [name, valueText(held.others[named(name)])]);
      return { same, ...(others.length > 0 && { others: hashText(JSON.stringify(values)) }) };
    });
  }

  private columnsIn(row: Row): readonly string[] {
    return this.columns.filter((name) => Object.hasOwn(row, name));
  }

  /** The columns that hold what a row says, by its position; none for one that is not there. */
  private async findSame(session: Session): Promise<ReadonlyMap<number, ReadonlySet<string>>> {
    const found = new Map<number, ReadonlySet<string>>();
    const { rows } = this.seed;
    const selected = (row: Row, bind: Bind) =>
      this.columns.map((name) => {
        if (!Object.hasOwn(row, name)) return '0';
        return `CASE WHEN ${sameValue(this.nameOf(name), row[name] ?? null, bind, this.driver)} THEN 1 ELSE 0 END`;
      });
    for (const answer of await this.ask(session, [...rows.keys()], selected)) {
      const at = Number(answer.position);
      const before = found.get(at);
      const names = this.columns.filter((name, n) => Number(answer[`c${n}`]) === 1 && before?.has(name) !== false);
      found.set(at, new Set(names));
    }
    return found;
  }

  /** Values of a database are not written into plans; whether they are the same later shows in their hash. */
  private async hashOthers(
    session: Session,
    otherwise: ReadonlyMap<number, readonly string[]>,
  ): Promise<ReadonlyMap<number, Hash>> {
    const selected = () => this.columns.map((name) => this.nameOf(name));
    const held = new Map<number, string[]>();
    for (const answer of await this.ask(session, [...otherwise.keys()], selected)) {
      const at = Number(answer.position);
      const names = otherwise.get(at) ?? [];
      const values = names.map((name) => [name, valueText(answer[`c${this.columns.indexOf(name)}`])]);
      append(held, at, JSON.stringify(values));
    }
    return new Map(Array.from(held, ([at, texts]) => [at, hashText(texts.sort().join('\n'))]));
  }

  private async ask(
    session: Session,
    positions: readonly number[],
    selected: (row: Row, bind: Bind) => readonly string[],
  ): Promise<readonly Answer[]> {
    const size = Math.max(1, Math.min(most.rows, Math.floor(most.values / columnsOf(this.seed).length)));
    const answers: Answer[] = [];
    for (const part of inParts(positions, size))
      answers.push(...(await session.query<Answer>(this.query(part, selected))));
    return answers;
  }

  private query(positions: readonly number[], selected: (row: Row, bind: Bind) => readonly string[]): Statement {
    const { quote, bookkeeping } = this.driver.dialect;
    const { rows, key } = this.seed;
    const params: Exclude<Row[string], undefined>[] = [];
    const bind: Bind = (value) => bookkeeping.placeholder(params.push(value ?? null));
    const parts = positions.map((at) => {
      const row = rows[at] ?? {};
      const columns = selected(row, bind).map((each, n) => `, ${each} AS ${quote(`c${n}`)}`);
      const matches = key.map((name) => equals(this.nameOf(name), bind(row[name] ?? null)));
      return `SELECT ${at} AS ${quote('position')}${columns.join('')} FROM ${tablePath(this.names, this.driver.dialect)} WHERE ${matches.join(' AND ')}`;
    });
    return { text: parts.join('\nUNION ALL '), params };
  }

  private nameOf(column: string): string {
    return this.driver.dialect.quote(this.names.columns[column] ?? column);
  }
}

function equals(column: string, value: string): string {
  return `${column} = ${value}`;
}

function sameValue(column: string, value: Exclude<Row[string], undefined>, write: Bind, { dialect }: Driver): string {
  const { identical = equals } = dialect;
  return value === null ? `${column} IS NULL` : identical(column, write(value), value);
}

/** A value in the form that a driver gives it, told apart from one of another type. */
function valueText(value: unknown): string {
  if (value instanceof Uint8Array) return `bytes ${Buffer.from(value).toString('hex')}`;
  if (typeof value === 'object' && value !== null) return `object ${JSON.stringify(value)}`;
  return `${typeof value} ${String(value)}`;
}

/** The columns that the rows of a seed name. */
export function columnsOf({ key, rows }: Seed): readonly string[] {
  return [...new Set([...key, ...rows.flatMap((row) => Object.keys(row))])];
}

/**
 * Checks that rows are what they were when the plan was made: those to add are not there, those to change are and hold still what was not to be changed. A plan can be
 * old, and what somebody wrote since must not be overwritten by what was told as an addition.
 */
export function rowChecks(
  { key, rows, found, ...seed }: Seed & { readonly found: readonly (FoundRow | null)[] },
  driver: Driver,
): readonly Statement[] {
  // Its statements hold to what was found by themselves.
  if (driver.findRows) return [];
  const { quote, literal } = driver.dialect;
  const [path, table] = [tablePath(seed, driver.dialect), tableTitle(seed)];
  const hint = 'Somebody wrote to the table after the plan was made: plan again.';
  const there = (added: readonly Row[]): Statement => ({
    text: `SELECT ${key.map(quote).join(', ')} FROM ${path} WHERE ${keysIn(key, added, driver)}`,
    check: { message: `rows of ${table} that are to be added are there already`, hint },
  });
  const write: Bind = (value) => literal(value ?? null);
  const missed = ({ row, same }: { readonly row: Row; readonly same: readonly string[] }) => {
    const names = key.map((name) => `${literal(row[name] ?? null)} AS ${quote(name)}`).join(', ');
    const matches = [
      ...key.map((name) => equals(quote(name), literal(row[name] ?? null))),
      ...same.map((name) => sameValue(quote(name), row[name] ?? null, write, driver)),
    ];
    return `SELECT ${names} FROM (SELECT count(*) AS n FROM ${path} WHERE ${matches.join(' AND ')}) AS held WHERE n = 0`;
  };
  const gone = (changed: readonly Parameters<typeof missed>[0][]): Statement => ({
    text: changed.map(missed).join('\nUNION ALL '),
    check: { message: `rows of ${table} that are to be changed are gone, or hold something else by now`, hint },
  });
  const added = rows.filter((_, i) => !found[i]);
  const changed = rows.flatMap((row, i) => (found[i] ? [{ row, same: found[i].same }] : []));
  return [
    ...inParts(added, most.rows).map(there),
    ...inParts(changed, most.rows).map(gone),
    ...takenChecks(
      { ...seed, key, rows },
      changed.map(({ row }) => row),
      driver,
    ),
  ];
}

/** Checks that no row beside the seed's own holds what is to be unique in it. Rows that are to be changed give up what they hold. */
function takenChecks(seed: Seed, changed: readonly Row[], driver: Driver): readonly Statement[] {
  const { quote, literal } = driver.dialect;
  const { key, rows, uniques = [] } = seed;
  const isOne = (names: readonly string[], row: Row) =>
    names.map((name) => equals(quote(name), literal(row[name] ?? null))).join(' AND ');
  const own = changed.length === 0 ? '' : ` AND NOT (${keysIn(key, changed, driver)})`;
  return uniques.flatMap((unique) => {
    const given = rows.filter((row) => unique.every((name) => (row[name] ?? null) !== null));
    return inParts(given, most.rows).map((part): Statement => {
      const taken = part.map((row) => `(${isOne(unique, row)} AND NOT (${isOne(key, row)}))`).join(' OR ');
      return {
        text: `SELECT ${[...new Set([...key, ...unique])].map(quote).join(', ')} FROM ${tablePath(seed, driver.dialect)} WHERE (${taken})${own}`,
        check: {
          message: `other rows of ${tableTitle(seed)} hold what the seed gives to its own in ${unique.join(', ')}, which is unique`,
          hint: 'Write into the seed the key of the row that holds it, or another value.',
        },
      };
    });
  });
}

function keysIn(key: readonly string[], rows: readonly Row[], { dialect: { quote, literal } }: Driver): string {
  const [column] = key;
  if (key.length === 1 && column !== undefined) {
    return `${quote(column)} IN (${rows.map((row) => literal(row[column] ?? null)).join(', ')})`;
  }
  return rows
    .map((row) => `(${key.map((name) => equals(quote(name), literal(row[name] ?? null))).join(' AND ')})`)
    .join(' OR ');
}

function inParts<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}
