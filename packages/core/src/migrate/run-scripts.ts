import type { AtomicOptions, Connection } from '../contract/connection.js';
import type { Statement } from '../contract/statement.js';
import { asSyncError, errorWithHint, SyncError, throwIfAborted } from '../errors.js';
import { splitSql } from '../source/sql/split.js';
import { tokenizeMeaning } from '../source/sql/tokens.js';
import { readKnownBook } from './find-books.js';
import type { Noted, ToolRow } from './layout.js';
import type { Migrations } from './read-migrations.js';
import type { Script, ScriptPart } from './script.js';
import { createTable, type ToolContext } from './tool-table.js';

/** What running migrations takes. */
export interface ScriptRun {
  readonly connection: Connection;
  readonly context: ToolContext;
  readonly migrations: Migrations;
  readonly direction: 'up' | 'down';
  /** A name for a row. */
  readonly id: () => string;
  readonly now: () => Date;
  readonly signal?: AbortSignal;
  readonly onScript?: (script: Script, number: number, count: number) => void;
  /** Told of each once it has ended, with what it failed for. */
  readonly onEnd?: (script: Script, end: ScriptEnd) => Promise<void>;
}

/** How a migration ended. */
export interface ScriptEnd {
  readonly startedAt: Date;
  /** Whether it opens or ends transactions by itself, of which one may be open still. */
  readonly isBracketed: boolean;
  readonly error?: SyncError;
}

/** The statements of one way of a migration. */
function statementsOf({ text }: ScriptPart, path: string, { dialect }: ToolContext): readonly Statement[] {
  // To some servers this is no comment; their own semicolons end the statements before it.
  const plain = text.replaceAll('--> statement-breakpoint', '\n');
  return splitSql(plain, path, dialect.lexis).map((statement) => ({ text: statement.text }));
}

/** Runs migrations one after another, and notes each as its tool does: with the statements where these commit together. */
export async function runScripts(scripts: readonly Script[], run: ScriptRun): Promise<readonly Script[]> {
  const { connection, context, migrations, direction, signal } = run;
  const { layout } = migrations;
  const done: Script[] = [];
  if (scripts.length === 0) return done;
  const batch = batchAfter(await readKnownBook(connection, layout, context));
  for (const script of scripts) {
    throwIfAborted(signal, 'migrate');
    run.onScript?.(script, done.length + 1, scripts.length);
    const rows = await readKnownBook(connection, layout, context);
    const noted = { ...context, rows, scripts: migrations.scripts, batch, id: run.id(), elapsedMs: 0 };
    const user = connection.role ?? 'schema-sync';
    const startedAt = run.now();
    const isBracketed = bracketsItself(script, direction, context);
    try {
      await runOne(script, direction, { ...noted, user }, run);
    } catch (thrown) {
      const error = asSyncError(thrown, 'migrate');
      await run.onEnd?.(script, { startedAt, isBracketed, error });
      throw failed(error, script, done);
    }
    await run.onEnd?.(script, { startedAt, isBracketed });
    done.push(script);
  }
  return done;
}

/** Makes the table of a tool where it is not there. One that cannot be read would pass for one that holds nothing, and all would run again: it is refused. */
export async function makeTable(connection: Connection, { layout }: Migrations, context: ToolContext): Promise<void> {
  for (const statement of createTable(layout.table, context)) await connection.execute(statement);
  const rows = await readKnownBook(connection, layout, context);
  if (rows.length === 0) for (const statement of layout.first?.(context) ?? []) await connection.execute(statement);
}

async function runOne(
  script: Script,
  direction: 'up' | 'down',
  noted: Noted,
  { connection, context, migrations: { layout }, signal }: ScriptRun,
): Promise<void> {
  const part = direction === 'up' ? script.up : script.down;
  if (!part) throw new TypeError(`${script.name} has no way ${direction}`);
  const statements = statementsOf(part, script.path, context);
  const isBracketed = bracketsItself(script, direction, context);
  if (isBracketed && connection.scope) throw unheld(connection.scope);
  const send = sender(connection);
  for (const statement of layout.before?.(script, noted) ?? []) await send(statement, {});
  const began = performance.now();
  const notes = (elapsedMs: number) => layout[direction](script, { ...noted, elapsedMs });
  const options = signal ? { signal } : {};
  if (part.atomic && connection.atomically && !isBracketed) {
    await connection.atomically([...statements, ...notes(0)], options);
    return;
  }
  for (const statement of statements) await send(statement, options);
  const elapsedMs = Math.round(performance.now() - began);
  for (const statement of notes(elapsedMs)) await send(statement, {});
}

/**
 * How a statement is sent that is to commit by itself. Whoever is kept to a part of a database is held to it by each transaction, before that commits: outside of one
 * a statement could reach whatever its role may reach.
 */
function sender(connection: Connection): (statement: Statement, options: AtomicOptions) => Promise<void> {
  if (!connection.scope) return (statement, options) => connection.execute(statement, options);
  return async (statement, options) => {
    if (!connection.atomically) throw new TypeError('who is kept to a part of a database has transactions');
    try {
      await connection.atomically([statement], options);
    } catch (thrown) {
      const error = asSyncError(thrown, 'migrate');
      throw error.code === 'STATEMENT_FAILED' ? errorWithHint(error, error.hint ?? aloneHint) : error;
    }
  };
}

const aloneHint =
  'This tenant is a part of a database, so that each statement is run in a transaction, in which it is held to that part. What cannot be run in one, such as what is made concurrently, is left to schema-sync sync.';

/** Whether a migration opens or closes transactions, one way. */
function bracketsItself(script: Script, direction: 'up' | 'down', context: ToolContext): boolean {
  const part = script[direction];
  return part ? statementsOf(part, script.path, context).some(({ text }) => brackets(text, context)) : false;
}

/** Whether a statement opens or closes a transaction, as a file does that is run as it is written. */
function brackets(text: string, { dialect }: ToolContext): boolean {
  const [first = '', second = ''] = tokenizeMeaning(text, dialect.lexis).map((token) => token.text.toUpperCase());
  return bracketing.has(first) || ((first === 'START' || first === 'PREPARE') && second === 'TRANSACTION');
}

const bracketing: ReadonlySet<string> = new Set(['BEGIN', 'COMMIT', 'ROLLBACK', 'END', 'ABORT']);

function unheld(scope: readonly string[]): SyncError {
  return new SyncError({
    code: 'UNSUPPORTED',
    op: 'migrate',
    message: `it opens or ends transactions by itself, by which it would no longer be held to ${scope.join('.')}, to which this tenant is kept`,
    hint: 'Leave out BEGIN, COMMIT and their like: a migration is a transaction by itself. Nothing of it was run.',
  });
}

function batchAfter(rows: readonly ToolRow[]): number {
  return Math.max(0, ...rows.map(({ batch }) => Number(batch ?? 0))) + 1;
}

function failed(error: SyncError, { name }: Script, done: readonly Script[]): SyncError {
  const held = done.length === 0 ? 'nothing before it ran' : `${done.length} before it held`;
  return new SyncError({
    code: done.length > 0 && error.code === 'STATEMENT_FAILED' ? 'PARTIAL' : error.code,
    op: 'migrate',
    message: `${name}: ${error.message} (${held})`,
    cause: error,
    ...(error.hint !== undefined && { hint: error.hint }),
    details: { ...error.details, script: name, done: done.map((each) => each.name) },
  });
}
