import type { RenameHint } from '../contract/change.js';
import type { Connection, Server } from '../contract/connection.js';
import type { Seed } from '../contract/document.js';
import type { Driver } from '../contract/driver.js';
import type { Flaw } from '../contract/flaw.js';
import type { Unmanaged } from '../contract/kind.js';
import type { Statement } from '../contract/statement.js';
import type { Hidden, InspectOptions } from '../inspect/inspect.js';
import type { Address } from '../model/address.js';
import type { Catalogue } from '../model/catalogue.js';
import type { Json } from '../model/json.js';
import type { SchemaObject } from '../model/object.js';
import type { SnapshotStore } from '../snapshot/store.js';

/** A statement that creates an object, or a part of it. */
export interface Creation {
  readonly object: SchemaObject;
  readonly statement: Statement;
  /** Session settings that it is executed with. */
  readonly settings?: Readonly<Record<string, Json>>;
}

/** A state of a schema, from wherever it came, in a server's normal form. Either side of a diff is one of these. */
export interface Compiled {
  /** Where it came from, for people, without secrets. */
  readonly origin: string;
  readonly catalogue: Catalogue;
  /** The server that normalised it; absent for snapshots, whose normal form is the one they were taken in. */
  readonly server?: Server;
  readonly renames: readonly RenameHint[];
  readonly seeds: readonly Seed[];
  /** What is left alone though its kind is known; absent where the driver normalised by itself. */
  readonly kept?: Catalogue;
  readonly unmanaged: readonly Unmanaged[];
  /** What is there and cannot be read, and what may be there unseen, where a database was read as it is. */
  readonly taken?: ReadonlyMap<Address, Unmanaged>;
  /** Of the former, what a plan would remove. */
  readonly cleared?: ReadonlySet<Address>;
  readonly hidden?: ReadonlyMap<string, Hidden>;
  /** What was left out or read leniently, each with its place. */
  readonly warnings: readonly SourceWarning[];
  /** What the server took and what does not hold, such as a view of nothing. Absent where nobody looked; of a database as it is and of a snapshot only what shows without building them. */
  readonly flaws?: readonly LocatedFlaw[];
  /** What was built and holds only where a target has what is excluded, which `missing` names. Absent where nothing was built. */
  readonly leaning?: readonly LocatedFlaw[];
  /** Where each object was written. Absent where nothing was built. */
  readonly places?: ReadonlyMap<Address, string>;
  /** `driver` where no scratch was to be had and the kinds' own `normalize` stood in. */
  readonly normalisedBy: 'server' | 'driver' | 'snapshot';
}

/** Something about a source that a person should know. */
export interface SourceWarning {
  /** `file:line` */
  readonly at: string;
  readonly message: string;
}

/** Something in a state that does not hold, and where it was written. */
export interface LocatedFlaw extends Flaw {
  /** `file:line`, or what the state came from. */
  readonly at: string;
  /** What people call the object: `view adults`. */
  readonly of: string;
}

/** What compiling a source may use; the engine provides it, so that sources need nothing above them. */
export interface SourceContext {
  /** What relative paths are relative to. */
  readonly directory: string;
  readonly driver: Driver;
  /** Opens a new scratch database of the driver's engine. Throws SCRATCH_UNAVAILABLE. */
  scratch(): Promise<Connection>;
  /** Opens a live database that a source names by URL. */
  connect(url: string): Promise<Connection>;
  /** The statements that create these objects in an empty database, in order, with the object that each serves. */
  creation(objects: readonly SchemaObject[], server: Server): readonly Creation[];
  readonly inspect: InspectOptions;
  /** Where it is for parts of a database: whether a schema is one of these, of which none is named by what all are to be like. */
  readonly isOthers?: (schema: string) => boolean;
  /** Unknown fields of documents become warnings. */
  readonly lenient?: boolean;
  /** For `snapshot:KEY` sources. */
  readonly snapshots?: SnapshotStore;
  readonly signal?: AbortSignal;
}

/** A source that was recognised and can be compiled for a driver. */
export interface Source {
  /** The text that the user gave, secrets redacted. */
  readonly origin: string;
  /** The driver's name, where the source itself tells: a URL's protocol, a snapshot's header. */
  engine(): Promise<string | undefined>;
  compile(context: SourceContext): Promise<Compiled>;
}
