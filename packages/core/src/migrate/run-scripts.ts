import type { Connection } from '../contract/connection.js';
import type { Statement } from '../contract/statement.js';
import { asSyncError, SyncError, throwIfAborted } from '../errors.js';
import { splitSql } from '../source/sql/split.js';
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
    try {
      await runOne(script, direction, { ...noted, user }, run);
    } catch (thrown) {
      const error = asSyncError(thrown, 'migrate');
      await run.onEnd?.(script, { startedAt, error });
      throw failed(error, script, done);
    }
    await run.onEnd?.(script, { startedAt });
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
  for (const statement of layout.before?.(script, noted) ?? []) await connection.execute(statement);
  const began = performance.now();
  const notes = (elapsedMs: number) => layout[direction](script, { ...noted, elapsedMs });
  const options = signal ? { signal } : {};
  if (part.atomic && connection.atomically && !bracketed(statements)) {
    await connection.atomically([...statements, ...notes(0)], options);
    return;
  }
  for (const statement of statements) await connection.execute(statement, options);
  const elapsedMs = Math.round(performance.now() - began);
  for (const statement of notes(elapsedMs)) await connection.execute(statement);
}

/** A file that opens or closes transactions itself is run as it is written. */
function bracketed(statements: readonly Statement[]): boolean {
  return statements.some(({ text }) => /^\s*(?:BEGIN|START\s+TRANSACTION|COMMIT|ROLLBACK|END)\b/i.test(text));
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
