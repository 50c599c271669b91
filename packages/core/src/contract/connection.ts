import type { Json } from '../model/json.js';
import type { Statement } from './statement.js';

/** What is at the other end, as found out when connecting. */
export interface Server {
  /** What people call it, in their capitals. */
  readonly product: string;
  /** Most significant first: `[3, 53, 2]`. */
  readonly version: readonly number[];
  /** Facts that kinds ask for by name, in place of comparing versions everywhere. */
  readonly features: ReadonlySet<string>;
}

/** Something that answers queries and executes statements. */
export interface Session {
  query<R = Record<string, unknown>>(statement: Statement): Promise<readonly R[]>;
  execute(statement: Statement): Promise<void>;
}

/** How a list of statements is to be run. */
export interface AtomicOptions {
  /** Session settings that the steps ask for, by a name that the driver defines: `{ 'engine/foreign_keys': 'off' }`. Restored afterwards. */
  readonly settings?: Readonly<Record<string, Json>>;
  /** Called before each statement. */
  readonly onStatement?: (index: number) => void;
  /** Looked at between statements; aborted means rolled back. */
  readonly signal?: AbortSignal;
}

/** A lock that is held until it is disposed of. */
export interface Lock extends AsyncDisposable {
  /** Aborted when the lock is lost before it is released: nothing more may be written. */
  readonly lost: AbortSignal;
}

/** An open connection to one database. */
export interface Connection extends Session, AsyncDisposable {
  readonly server: Server;
  readonly database: string;
  /** All of the statements or none of them. Absent where the engine commits each DDL statement by itself. */
  atomically?(statements: readonly Statement[], options?: AtomicOptions): Promise<void>;
  /** Takes a named lock that only holders of the same name wait for; LOCK_TIMEOUT when it is not to be had in time. */
  lock(name: string, options: { readonly waitMs: number; readonly signal?: AbortSignal }): Promise<Lock>;
}
