import type { Statement } from '../contract/statement.js';
import type { Applied, Script, ScriptPart } from './script.js';
import type { ToolContext, ToolTable } from './tool-table.js';

/** A file of a folder of migrations. */
export interface MigrationFile {
  /** Within the folder, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** A row of a bookkeeping table. */
export type ToolRow = Readonly<Record<string, unknown>>;

/** What there is to say of a migration that ran. */
export interface Noted extends ToolContext {
  /** What the table held before. */
  readonly rows: readonly ToolRow[];
  /** All migrations of the folder. */
  readonly scripts: readonly Script[];
  /** As whom the server takes it. */
  readonly user: string;
  readonly elapsedMs: number;
  /** Which run of migrations this is, counted from 1. */
  readonly batch: number;
  /** A name for the row, where rows are called something. */
  readonly id: string;
}

/** How a tool lays out its migrations, and what it keeps of them in a database. */
export interface Layout {
  /** As `--layout` takes it. */
  readonly name: string;
  /** As people call it. */
  readonly tool: string;
  readonly table: ToolTable;
  /** Columns that a table of the same name has which another tool keeps. */
  readonly lacks?: readonly string[];
  /** The column in whose order migrations were applied. */
  readonly order: string;
  /** Whether a folder is one of these. */
  recognises(files: readonly MigrationFile[]): boolean;
  /** The migrations in the order in which they run. */
  read(files: readonly MigrationFile[]): readonly Script[];
  /** What of them is applied, by what the table holds, in the order in which it was. */
  applied(rows: readonly ToolRow[], scripts: readonly Script[]): readonly Applied[];
  /** Whether a migration that is older than one that was applied may run still. */
  readonly late: boolean;
  /** Where its migrations are read to tell how a database stands, and the tool alone runs them: how it is told to. */
  readonly leftTo?: string;
  /** What the tool writes when it makes its table. */
  first?(context: ToolContext): readonly Statement[];
  /** Noted before a migration runs, where the tool does that: whoever finds it knows that it did not come to its end. */
  before?(script: Script, noted: Noted): readonly Statement[];
  /** Noted once it has run. */
  up(script: Script, noted: Noted): readonly Statement[];
  /** Noted once it was taken back. */
  down(script: Script, noted: Noted): readonly Statement[];
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether a row says yes: engines without truth values keep a number. */
export function isTrue(value: unknown): boolean {
  return value === true || value === 1 || value === '1' || value === 't' || value === 1n;
}

/** A part that commits as a whole. */
export function whole(text: string): ScriptPart {
  return { text, atomic: true };
}

/** Orders what is numbered by its number, however many digits it has. */
export function byVersion(a: { readonly id: string }, b: { readonly id: string }): number {
  const [one, other] = [partsOf(a.id), partsOf(b.id)];
  for (let i = 0; i < Math.max(one.length, other.length); i++) {
    const [x, y] = [one[i] ?? 0n, other[i] ?? 0n];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

function partsOf(version: string): readonly bigint[] {
  return version.split(/[._]/).map((part) => BigInt(/^\d+$/.test(part) ? part : 0));
}
