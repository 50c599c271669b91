import type { Address } from '../model/address.js';
import type { SchemaObject } from '../model/object.js';
import type { Change } from './change.js';
import type { Connection, Server, Session } from './connection.js';
import type { ConnectionInput } from './connection-input.js';
import type { Dialect } from './dialect.js';
import type { DocumentKind, HeldRow, Seed } from './document.js';
import type { ObjectKind } from './kind.js';
import type { PortableEdge } from './portable.js';
import type { Statement } from './statement.js';
import type { Tenancy } from './tenancy.js';
import type { Trace } from './trace.js';

/** The version of the contract in these files. A driver names the one it was written for, and another is refused. */
export const contractVersion = 1;

/** What core asks before it acts. A capability is here only if core reads it and the testkit proves it. */
export interface Capabilities {
  /** Whether several DDL statements commit together. Decides how steps fold into batches; `transactional` needs `Connection.atomically`. */
  readonly ddl: 'transactional' | 'autocommit';
  /** Whether a connection asked for with `access: 'read'` cannot write. An audit is refused without it. */
  readonly readOnly: boolean;
}

/** How a connection will be used. */
export interface ConnectRequest {
  readonly access: 'read' | 'write';
  readonly signal?: AbortSignal;
  /** How long to wait for whoever holds the database, and for its lock. Default: what the options say, or the driver's own. */
  readonly waitMs?: number;
  /**
   * What to do where the database is not there: fail with CONNECTION_FAILED; answer as an empty one would, making nothing, with `Connection.missing` set; or make it.
   * Default: the first for reading; for writing what the options say. Options that forbid making it come first.
   */
  readonly missing?: 'refuse' | 'stand-in' | 'make';
  /** Whether reading may have the engine finish first what a process that died left behind, where that takes writing. RECOVERY_NEEDED where it may not or cannot. */
  readonly recover?: boolean;
}

/** How a database is dropped. */
export interface DropRequest {
  readonly signal?: AbortSignal;
  /**
   * The lock of whoever changes it, to be held until it is gone: LOCK_TIMEOUT where it is not to be had. An engine that drops nothing that anybody is connected to asks for
   * it ahead, and leaves the rest to that.
   */
  readonly lock?: { readonly name: string; readonly waitMs?: number };
}

/** An engine, for core: a list of kinds and a wire. A driver package exports one as its default. */
export interface Driver<O = unknown> {
  /** Lower case; what `@sync/driver-<name>` is loaded by. */
  readonly name: string;
  readonly contract: typeof contractVersion;
  /** The URL schemes it answers to, without the colon. */
  readonly protocols: readonly string[];
  readonly dialect: Dialect;
  readonly kinds: readonly ObjectKind[];
  readonly documents?: readonly DocumentKind[];
  /** The sections of documents that it reads, the best first, where its name is not the only one: what is written for a relative may hold for it, too. */
  readonly sections?: readonly string[];
  readonly capabilities: Capabilities;
  /**
   * Validates what the user gave. Throws CONFIG_INVALID with a hint, and with `details: { setting }` where a setting is wrong: core then says where it stands in
   * the config.
   */
  options(input: ConnectionInput): O;
  /** The target for people and logs, without a secret. */
  label(options: O): string;
  /** What ways to one database have in common, whichever of its names it is reached by and as whom, as far as that shows without connecting. Default: the label. */
  identity?(options: O): string;
  /** Whether each session that it opens on a server comes through the door of its input: how many there are may be limited then. */
  readonly comesThroughDoor?: true;
  /**
   * Opens a connection. Failures are CONNECTION_FAILED or PERMISSION_DENIED with a hint, whatever the client library threw; with `details: { passes: true }` where a while
   * later the same may let somebody in, as when all connections are taken.
   */
  connect(options: O, request: ConnectRequest): Promise<Connection>;
  /**
   * How to connect over a client that a program has opened and keeps: disposing of it leaves that as it was. For databases that nobody else can reach, such as those in
   * memory; undefined for a client that is not of the driver's library. Nothing else may be sent through the client meanwhile.
   */
  over?(client: unknown): ((request: ConnectRequest) => Promise<Connection>) | undefined;
  /** Drops the database with all that it holds, once nobody is at work in it, as far as the engine can tell. Without it a tenant is not dropped. */
  drop?(options: O, request?: DropRequest): Promise<void>;
  /**
   * A throw-away database of the same engine, gone when it is disposed of. `near` says on which server, where one is known; an embedded engine needs none.
   * Throws SCRATCH_UNAVAILABLE with the ways out.
   */
  scratch?(near: O | undefined, signal?: AbortSignal): Promise<Connection>;
  /**
   * What to expect of a state that another server than the target normalised: both print alike; each has forms of its own; or the other cannot hold all that the
   * target can. Without it all servers are alike.
   */
  likeness?(target: Server, other: Server): 'alike' | 'unlike' | 'lacking';
  /**
   * The schema inside the database that an object lies in, or is; undefined for what lies in none. A driver without it has no such schemas, and `--schema` is
   * refused.
   */
  schemaOf?(object: Pick<SchemaObject, 'kind' | 'address' | 'parent'>): string | undefined;
  /**
   * About how many rows these objects hold, as the server estimates it without looking at them, by one query; nothing for what holds none. Without it no plan is
   * made online unless that is asked for.
   */
  sizes?(session: Session, addresses: readonly Address[]): Promise<ReadonlyMap<Address, number>>;
  /**
   * How often these objects were changed in a way that the server lets go only so many times before it writes them anew, by a fixed number of queries; nothing for
   * what it does not say that of. A kind reads it as `RenderContext.wear`, and its drafts say what they add to it. Without it nothing wears.
   */
  wear?(session: Session, addresses: readonly Address[]): Promise<ReadonlyMap<Address, number>>;
  /**
   * What a change makes that stands only while a plan runs, as people call it. A run that was stopped leaves it behind, and no way back makes it: that goes to the state
   * before the stopped run. Without it no run leaves anything that the next plan sees.
   */
  scaffolding?(change: Change): readonly string[];
  /** Who last changed these objects, and when, as far as the server keeps that, by a fixed number of queries. Without it drift is told without names. */
  traces?(session: Session, addresses: readonly Address[]): Promise<ReadonlyMap<Address, Trace>>;
  /**
   * What is known of the others where options lead to a part of a database alone, called `Dialect.home` by whoever works on it: which schemas are theirs. Undefined where
   * options lead to a whole database.
   */
  within?(options: O): { isOthers(schema: string): boolean } | undefined;
  /** How tenants may share a place, by the words that a fleet says for it. Without it each tenant has a URL of its own. */
  readonly tenancy?: Readonly<Record<string, Tenancy>>;
  /** The URL of a database that is the file of this path, for what is kept beside a project. Absent for an engine whose databases are no files. */
  fileUrl?(path: string): string;
  /** The opt-in parts that its kinds look for in `Reading.with`; any other is refused. */
  readonly parts?: readonly string[];
  /** Those of them of which no fingerprint tells: whoever asks for one has each tenant of a fleet read. */
  readonly unprinted?: readonly string[];
  /** How its schemas are said in words of no engine, and such ones in its own. Without it nothing comes to the engine from another one, or to another one from it. */
  readonly portable?: PortableEdge;
  /**
   * Statements that bring seed rows about: insert, or update where the key exists. Where there is `findRows`, what was found of each row is given for rows of a table that
   * was there: the statements then write only where that still holds (`Statement.applies`).
   */
  seed?(seed: Seed, found?: readonly (Pick<HeldRow, 'same'> | null)[]): readonly Statement[];
  /**
   * What a table holds of the rows of a seed, in their order, null where it has none with that key: for an engine whose queries know no CASE, UNION or subquery. The names
   * are those that the table and its columns have just now. Without it core asks in SQL, and checks in SQL before it writes.
   */
  findRows?(session: Session, seed: Seed): Promise<readonly (HeldRow | null)[]>;
}
