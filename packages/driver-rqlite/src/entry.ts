import { type Json, type Statement, SyncError } from '@sync/core';
import { settingPragmas, sqliteDialect } from '@sync/dialect-sqlite';
import { type Result, type Row, rowsOf } from './answer.js';
import { definitionsIn, schemaExpression, schemaQuery } from './schema-text.js';

/** What has to hold for a list of statements to run, and what holds of the nodes otherwise. */
export interface EntryOptions {
  /** Statements that come ahead of the list, in its transaction: each fails where something does not hold. */
  readonly guards: readonly string[];
  /** The definitions that the list begins from, where no other are to do. */
  readonly definitions?: string | undefined;
  readonly settings: Readonly<Record<string, Json>>;
  /** Whether the nodes enforce foreign keys. */
  readonly foreignKeys: boolean;
}

/** What became of a list of statements that ran as one. A number is that of the statement that failed, and behind the last one that of the commit. */
export type EntryOutcome =
  | { readonly before: string; readonly after: string }
  /** Nothing of it holds. */
  | { readonly error: string; readonly at: 'guard' | 'schema' | number };

/** Where the text that is the transaction stands in the list, and what tells how far it came. */
const places = { before: 0, transaction: 1, progress: 3, after: 4 } as const;

/**
 * A list of statements as one request, which is one entry in the log of the cluster: every node runs it as a whole, with nothing of anybody's in between.
 *
 * `?transaction` would not do: foreign keys can only be switched off outside of a transaction, and what is switched stays so on the one connection through which a node
 * writes, for everybody. So the transaction is a text of its own, at whose first error SQLite's client stops, and what follows it in the request sets right what it
 * left, whether it came to its end or not. https://sqlite.org/pragma.html#pragma_foreign_keys
 */
export function entryOf(statements: readonly Statement[], options: EntryOptions): readonly string[] {
  const { guards, definitions, settings, foreignKeys } = options;
  const steps = [
    ...guards,
    ...(definitions === undefined
      ? []
      : [failing(`SELECT 1 WHERE ${schemaExpression} IS NOT ${literal(definitions)}`)]),
    ...statements.map((statement) => sqliteDialect.print(statement)),
  ];
  const transaction = [...begun(settings), ...steps.flatMap(counted), ...counted('COMMIT', steps.length)];
  return [schemaQuery, asText(transaction), 'ROLLBACK', 'PRAGMA analysis_limit', schemaQuery, restored(foreignKeys)];
}

/**
 * The same list once more, up to a check that failed, for the rows that the check found: an error over HTTP says nothing of them. It is rolled back whatever happens.
 */
export function entryForRows(
  statements: readonly Statement[],
  check: Statement,
  options: Pick<EntryOptions, 'settings' | 'foreignKeys'>,
): readonly string[] {
  const { settings, foreignKeys } = options;
  const { text, params } = check;
  const before = [...begun(settings), ...statements.map((statement) => sqliteDialect.print(statement))];
  return [asText(before), sqliteDialect.print(params ? { text, params } : { text }), 'ROLLBACK', restored(foreignKeys)];
}

/** The rows that it found. */
export function foundRows([before, found]: readonly Result[]): readonly Row[] {
  return before?.error === undefined && found ? rowsOf(found) : [];
}

/** What became of it. */
export function outcomeOf(results: readonly Result[], { guards, definitions }: EntryOptions): EntryOutcome {
  const [before, transaction, progress, after] = [places.before, places.transaction, places.progress, places.after].map(
    (place) => results[place] ?? {},
  ) as [Result, Result, Result, Result];
  if (transaction.error === undefined)
    return { before: definitionsIn(rowsOf(before)), after: definitionsIn(rowsOf(after)) };
  const reached = Number(Object.values(rowsOf(progress)[0] ?? {})[0] ?? 0) - 1;
  return { error: transaction.error, at: placeOf(reached, guards.length, definitions !== undefined) };
}

/** Fails where the query finds a row. */
export function failing(query: string): string {
  return sqliteDialect.print({ text: query, check: { message: 'this is no longer so' } });
}

/** A value in the text of a statement. */
export const literal = sqliteDialect.literal;

function placeOf(reached: number, guards: number, hasDefinitions: boolean): 'guard' | 'schema' | number {
  if (reached < guards) return 'guard';
  if (hasDefinitions && reached === guards) return 'schema';
  return reached - guards - (hasDefinitions ? 1 : 0);
}

/**
 * How far the text came is told by a number that belongs to the connection and that no rollback takes back. It says how many rows ANALYZE looks at, which nothing in
 * between does: https://sqlite.org/pragma.html#pragma_analysis_limit.
 */
function counted(statement: string, index: number): readonly string[] {
  return [`PRAGMA analysis_limit = ${index + 1}`, statement];
}

/** A node looks at the first statement of a text to tell whether it writes: this one says so, and does nothing. */
const outside = ['BEGIN IMMEDIATE', 'ROLLBACK'];

function begun(settings: EntryOptions['settings']): readonly string[] {
  return [...outside, ...pragmasOf(settings), 'BEGIN IMMEDIATE'];
}

/** Sets right what a transaction may have switched, whichever way it ended. */
function restored(foreignKeys: boolean): string {
  const pragmas = ['legacy_alter_table = OFF', 'analysis_limit = 0', `foreign_keys = ${foreignKeys ? 'ON' : 'OFF'}`];
  return asText([...outside, ...pragmas.map((pragma) => `PRAGMA ${pragma}`)]);
}

/** A statement may end with a comment of one line. */
function asText(statements: readonly string[]): string {
  return statements.map((statement) => `${statement}\n;`).join('\n');
}

function pragmasOf(settings: Readonly<Record<string, Json>>): readonly string[] {
  return Object.entries(settings).map(([name, value]) => {
    const known = Object.hasOwn(settingPragmas, name) ? settingPragmas[name as keyof typeof settingPragmas] : undefined;
    if (known && (value === 'on' || value === 'off')) return `PRAGMA ${known.pragma} = ${value}`;
    throw new SyncError({
      code: 'PLAN_CORRUPT',
      op: 'execute',
      message: `the rqlite driver knows no setting ${name} = ${JSON.stringify(value)}`,
      hint: 'The plan was made by another driver, or by a newer one: make it again.',
    });
  });
}
