import type { SyncError } from '../errors.js';
import type { Json } from '../model/json.js';
import type { Observation, Unobserved, WrittenStatement } from './observation.js';
import type { Statement } from './statement.js';
import type { Batch } from './step.js';

/** What is at the other end, as found out when connecting. */
export interface Server {
  /** What people call it, in their capitals. */
  readonly product: string;
  /** Most significant first: `[3, 53, 2]`. */
  readonly version: readonly number[];
  /** Facts that kinds ask for by name, in place of comparing versions everywhere. */
  readonly features: ReadonlySet<string>;
  /** How many locks one transaction may hold, as far as the server promises; absent where nothing bounds it. What takes more becomes several batches. */
  readonly lockRoom?: number;
}

/** Something that answers queries and executes statements. */
export interface Session {
  query<R = Record<string, unknown>>(statement: Statement, options?: ExecuteOptions): Promise<readonly R[]>;
  execute(statement: Statement, options?: ExecuteOptions): Promise<void>;
  /** What whoever reads listens to: each statement does so by itself, and what a driver asks in ways of its own is to be given it. */
  readonly signal?: AbortSignal;
}

/** How a statement is to be run. */
export interface ExecuteOptions {
  /** Session settings that the step asks for, by a name that the driver defines: `{ 'engine/foreign_keys': 'off' }`. Restored afterwards. */
  readonly settings?: Readonly<Record<string, Json>>;
  /**
   * Builds what somebody wrote as a desired state, in scratch: what the engine's own client takes there may be taken, though a run would be refused it. Never said of a
   * plan, which is proven as it will run.
   */
  readonly desired?: true;
  /** Cancels the statement where the engine can, and is looked at between statements where it cannot. */
  readonly signal?: AbortSignal;
  /** Part of a run: the connection's `patience` holds, unless a step's settings say otherwise. */
  readonly patient?: boolean;
  /** Told how far a long statement is, where the server tells that. */
  readonly onProgress?: (progress: StatementProgress) => void;
}

/** How far a statement is that takes long. */
export interface StatementProgress {
  /** What the server is at, in its own words. */
  readonly phase?: string;
  readonly done: number;
  readonly total?: number;
  /** What is counted: `block`, `row`. */
  readonly noun: string;
}

/** How a run deals with the server's own locks, which others hold. */
export interface Patience {
  /** How long a statement waits for one before it gives way to whoever waits behind it; then it fails with LOCK_TIMEOUT. */
  readonly lockTimeoutMs: number;
  /** How often it is tried again. */
  readonly lockRetries: number;
}

/** How a list of statements is to be run; aborted means rolled back. */
export interface AtomicOptions extends ExecuteOptions {
  /** A token of the connection. Where the schema has another one by the time that nobody else can change it any more, nothing runs: BASE_MISMATCH. */
  readonly schemaToken?: string;
  /** Called before each statement, where they are sent one by one. */
  readonly onStatement?: (index: number) => void;
}

/** What is known of a list of statements that was committed. */
export interface Committed {
  /** The token of the schema that the statements began from, and of the one that they left. With `schemaToken` of the connection. */
  readonly schema?: { readonly before: string; readonly after: string };
}

/** How a lock is to be taken. */
export interface LockOptions {
  /** Default: as long as the connection waits for everything. */
  readonly waitMs?: number;
  readonly signal?: AbortSignal;
}

/** A lock that is held until it is disposed of, which never throws. */
export interface Lock extends AsyncDisposable {
  /** Aborted when the lock is lost before it is released: nothing more may be written. */
  readonly lost: AbortSignal;
}

/** Why a connection cannot do what others to the same server could, and the way out. */
export interface Refusal {
  readonly message: string;
  readonly hint: string;
}

/** An open connection to one database, or to one tenant's part of it. Disposing of it never throws. */
export interface Connection extends Session, AsyncDisposable {
  readonly server: Server;
  readonly database: string;
  /** Where it is a part of the database that it is kept to: what it reads is that, as it would be anywhere else. Default: all of it. */
  readonly scope?: readonly string[];
  /** As whom the server takes it, where it tells people apart. The journal notes it. */
  readonly role?: string;
  /** Where statements wait for locks of the server's, and others wait behind them. */
  readonly patience?: Patience;
  /** Set where the database is not there, and an empty one stands in for it. */
  readonly missing?: true;
  /** What changes whenever the schema does, whoever changes it, and not with rows. Absent where the engine keeps nothing of the kind. */
  schemaToken?(): Promise<string>;
  /**
   * A text that is another one as soon as anything is changed that kinds read here, whoever changed it and in whatever way, and that nothing else has had or will have that
   * holds anything else; found for far less than reading takes. Undefined where that cannot be told. Without it a tenant of a fleet is read each time, unless
   * `Tenancy.fingerprints` tells of all.
   */
  fingerprint?(signal?: AbortSignal): Promise<string | undefined>;
  /**
   * Whether a state that comes again has the fingerprint that it had: then what was read is noted by it only where it is the same before and after, since something else may have
   * been there in between.
   */
  readonly recurring?: true;
  /** Of a tenant that is a part of a database: what `Tenancy.fingerprints` tells of it as its own, found without the others. Absent where that would take all of them. */
  partFingerprint?(signal?: AbortSignal): Promise<string | undefined>;
  /**
   * Executes statements in their order, each by itself and whatever became of those ahead of it, and resolves to what each of them failed with. Absent where sending one
   * only after the answer to another costs nothing. An aborted signal stops the one that runs and those behind it.
   */
  executeEach?(
    statements: readonly Statement[],
    options?: { readonly signal?: AbortSignal | undefined },
  ): Promise<readonly (SyncError | undefined)[]>;
  /** All of the statements or none of them. Absent where the engine commits each DDL statement by itself. */
  atomically?(statements: readonly Statement[], options?: AtomicOptions): Promise<Committed>;
  /**
   * Of a scratch database: brings in what the target has and a desired state need not name, such as extensions, once statements fail for want of something, or no longer
   * insists that what they refer to is there already, where a `check` of a kind finds what never comes. Resolves to whether that was anything.
   */
  supply?(): Promise<boolean>;
  /**
   * Runs a statement by itself and tells what it did to what was there before it, from what the server shows; why not, where it is not to be run so. For statements
   * that somebody wrote, in a scratch database. An engine without it is refused by name.
   */
  observe?(statement: WrittenStatement, signal?: AbortSignal): Promise<Observation | Unobserved>;
  /** Why nothing is planned for this database at all: one that the server lives by. It may be read. */
  readonly unplanned?: Refusal | undefined;
  /** Whether this connection cannot run a batch that others to the same server could. All batches of a run are asked about before the first of them runs. */
  refuses?(batch: Batch): Refusal | undefined;
  /** Takes a named lock on this database, or this tenant's part of it, for which only holders of the same name wait; LOCK_TIMEOUT when it is not to be had in time. */
  lock(name: string, options?: LockOptions): Promise<Lock>;
  /** Whether somebody has the lock of this name, for whoever only looks and is to keep nobody from it. Absent where only taking it tells. */
  isLocked?(name: string): Promise<boolean>;
}
