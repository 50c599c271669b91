import type { Address } from '../model/address.js';
import type { Catalogue } from '../model/catalogue.js';
import type { Json } from '../model/json.js';
import type { SchemaObject } from '../model/object.js';
import type { ServeContext, Served } from './bridge.js';
import type { Brought, Change, Delta, Rename } from './change.js';
import type { Server, Session } from './connection.js';
import type { Description } from './description.js';
import type { Dialect } from './dialect.js';
import type { CheckContext, Flaw } from './flaw.js';
import type { Relation } from './relation.js';
import type { ConflictContext, RowConflict } from './row-conflict.js';
import type { HazardClass, Impossible, StepDraft } from './step.js';

/** The part of a server that one tenant owns: `[]` for a whole database, `['public']` for a schema in it. */
export interface Scope {
  readonly path: readonly string[];
}

/** What a kind reads from. */
export interface Reading {
  readonly session: Session;
  readonly server: Server;
  /** Many at once: a fixed number of queries serves all of them. */
  readonly scopes: readonly Scope[];
  /** The opt-in parts that the user asked for: `grants`, `owners`, `column-order`. */
  readonly with: ReadonlySet<string>;
  /** Whether what is read is a desired state: what it says beside what was asked for is wanted nowhere. */
  readonly desired?: boolean;
  /** What it is read for, where that is known: what counts by itself is looked at only where the goal says how far it is to be. */
  readonly goal?: Catalogue;
}

/** An object and the scope it was found in; or something that is there and that no kind covers. */
export type Found<S = unknown> =
  | { readonly scope: Scope; readonly object: SchemaObject<S> }
  | {
      readonly scope: Scope;
      readonly unmanaged: Unmanaged;
      readonly leftover?: Leftover;
      /** Something else brings it along: a desired state that defines that need not define this. */
      readonly isByproduct?: boolean;
      /** Where an object of its kind would be, so that none can be made there but over a leftover, and none that stands elsewhere is taken for unwanted. */
      readonly at?: Address;
      /** It stands for objects of its kind that may be there and are not shown: which of them, so that none of those is taken for missing. */
      readonly hides?: (object: SchemaObject) => boolean;
    };

/** Something left alone, with the reason: another tool's table, an engine's internals, a feature that is not modelled. */
export interface Unmanaged {
  readonly kind: string;
  readonly name: string;
  /** What it lies in, where the name is not enough to find it: `app`, `app.users`. */
  readonly in?: string;
  readonly reason: string;
}

/**
 * What an attempt that failed left behind and that can be no object of any schema. Where it lies in what is managed, the next plan removes it before its own steps;
 * nothing brings it back.
 */
export interface Leftover {
  /** What it lies in; absent where that is always managed. */
  readonly parent?: Address;
  /** Holds wherever it is run, where there is nothing of it, too: it is tried like any other step. */
  readonly removal: StepDraft;
}

/** What comparing may look at. */
export interface CompareContext {
  readonly server: Server;
  /** Members of this object that the user says were renamed: new name → old name, folded. */
  readonly renamed: ReadonlyMap<string, string>;
  /** The two states that are compared, the first with its renames made: what is there beside the object may say what can become of it. */
  readonly states?: { readonly base: Catalogue; readonly goal: Catalogue };
}

/** What rendering may look at. */
export interface RenderContext {
  readonly server: Server;
  readonly dialect: Dialect;
  readonly base: Catalogue;
  readonly goal: Catalogue;
  /** What happens to another object of the same plan, at its address in the goal, or in the base where a rename moves it. */
  change(address: Address): Change | undefined;
  /** Whether the object at this address, of either side, is left alone: it may be dropped and put back, and never changed. */
  isKept(address: Address): boolean;
  /** Where an object of the base is in the goal. */
  moved(address: Address): Address;
  /**
   * Whether the object at this address is large, or busy, and is to be changed in steps that keep nobody waiting for long, though there are more of them and they do
   * not commit together. Never for what the plan itself creates.
   */
  isOnline(address: Address): boolean;
  /**
   * What `Driver.wear` said of the object that is altered at this address, on the way back with what the way there adds; undefined where that is not known.
   */
  wear?(address: Address): number | undefined;
  /** Where an object of the goal is in the base. */
  origin(address: Address): Address;
  /** What others come to refer to with the words for an object of the base that goes. */
  supplanter(address: Address): SchemaObject | undefined;
  /** Whether an empty database is filled with a state: what nobody asked for is not wanted there. */
  readonly fills?: boolean;
  /** Whether it leads back to a state that the database was in: what is made there is made again, and is to be as it was. */
  readonly isWayBack?: boolean;
}

/** What surviving depends on beside the change. */
export interface SurvivalContext {
  readonly server: Server;
  /**
   * Whether the object is left alone. Nothing but the server knows then what a rename makes of it, so that it should stay in place wherever the server rewrites it
   * there.
   */
  readonly kept: boolean;
  /** Where an object of the goal is in the base. */
  origin(address: Address): Address;
}

/** Why nobody knows how an object will read: the server writes its definition anew, or finds another meaning in it. */
export type Unforetold = 'rewritten' | 'reread';

/** The two states between which what is left alone is carried over. */
export interface CarryContext {
  /** With the renames made. */
  readonly before: Catalogue;
  readonly after: Catalogue;
}

/** How something is written anew: the deltas to show for it, or why it must be dropped and created again. */
export type Entailed = readonly Delta[] | { readonly replace: string };

/** What a kind may look at to tell what else a change asks for. */
export interface EntailContext {
  readonly server: Server;
  readonly base: Catalogue;
  readonly goal: Catalogue;
  /** Where an object of the goal is in the base. */
  origin(address: Address): Address;
}

/**
 * One kind of object, in one file: how it is read, compared and written. Verbs are closed, kinds are open: a driver lists its kinds and core
 * does the rest.
 */
export interface ObjectKind<S = unknown, D extends Delta = Delta> {
  /** `table`, or `engine/kind` for what only one engine has. */
  readonly kind: string;
  /** What people call it, where the kind's name is not it. */
  readonly title?: string;
  /** The kind that its parents are of. */
  readonly within?: string;
  /** Set where the names of other objects begin with that of such an object, and they need it: they move with it when it is renamed. */
  readonly isPlace?: true;
  /** The object in whose place this one always is, though it is not called after that: where that goes to another place, this one goes along. */
  sharesPlace?(object: SchemaObject<S>): Address | undefined;
  /** The name as a definition writes it, where the object's own says more: what tells overloads apart. Hints may say no more either. */
  bareName?(object: SchemaObject<S>): string;
  /** Kinds of one namespace cannot hold the same name at the same time. Several where a name is taken in each of them. Default: the kind itself. */
  readonly namespace?: string | readonly string[];
  /** The form in which two names of one namespace are equal to every server of the engine, where an address tells them apart. Default: none are. */
  calledAlike?(name: string): string;
  /**
   * Set where the server reads all objects of this kind again when anything is altered or renamed, and refuses that if one of them does not hold. A proof has all of
   * them then, however far they are.
   */
  readonly readAgain?: true;
  /**
   * Set where such an object is left alone, with this reason, unless the desired state names it or the user asks for this part. Where it `keepsGround`, the server lets
   * nothing go that it stands on, and that is left alone with it unless the desired state names that.
   */
  readonly optIn?: { readonly part: string; readonly reason: string; readonly keepsGround?: true };
  /** Reads every object of this kind: one query for many scopes, never one an object. */
  inspect(reading: Reading): AsyncIterable<Found<S>> | Iterable<Found<S>>;
  /**
   * Finds which of these objects, all of this kind, do not hold: for a server that takes definitions unread and fails when they are used. Asked in a scratch database
   * that holds the whole state; one that reads every definition needs no check.
   */
  check?(objects: readonly SchemaObject<S>[], context: CheckContext): AsyncIterable<Flaw> | Iterable<Flaw>;
  /** Finds the same by what was read of a state alone, so that it is told of a database or a snapshot, too, which nobody builds. */
  flawsIn?(objects: readonly SchemaObject<S>[], catalogue: Catalogue): Iterable<Flaw>;
  /** The server's normal form of an object that no server has seen yet; used where no scratch is to be had. */
  normalize?(object: SchemaObject<S>, server: Server): readonly SchemaObject[];
  /** The differences, never empty for objects whose hashes differ; or why the object must be dropped and created again. */
  compare(
    from: SchemaObject<S>,
    to: SchemaObject<S>,
    context: CompareContext,
  ): readonly D[] | { readonly replace: string };
  /**
   * Whether what counts by itself, and so is in no hash, has not come as far as the second object says: `compare` is asked then though nothing else differs. Where it went
   * on by itself, and on the way back, it is as far as it is. Default: nothing counts.
   */
  lags?(from: SchemaObject<S>, to: SchemaObject<S>): boolean;
  /**
   * What an object is beside its name and its parent. What goes and what comes are one thing where this is equal, and renamed without anybody having to say so: for
   * what holds nothing that a wrong guess could lose, and for what says itself whose it is. Undefined: only a stated rename renames it.
   */
  essence?(object: SchemaObject<S>): Json | undefined;
  /**
   * An object of a goal as it is wanted where this is what there is: without what that says in another way. Undefined where nothing is left to be wanted. Default:
   * as it is.
   */
  settle?(object: SchemaObject<S>, base: Catalogue, goal: Catalogue): SchemaObject<S> | undefined;
  /**
   * How the server itself rewrites this object when that rename happens, so that it is not taken for a change. `rewritten` where only the server can tell
   * how.
   */
  follow?(object: SchemaObject<S>, rename: Rename): SchemaObject<S> | 'rewritten';
  /** What an object brings along that is called otherwise where this object is altered so; others follow that as they follow a rename. */
  brings?(from: SchemaObject<S>, to: SchemaObject<S>): Brought | undefined;
  /**
   * An object that is left alone as it reads in another state, where its definition stays as it is; undefined where it cannot stand there. `rewritten` where only the
   * server can tell what it makes of the definition, `reread` where the definition stays and the server reads something else in it. Default: unchanged.
   */
  carry?(object: SchemaObject<S>, context: CarryContext): SchemaObject<S> | Unforetold | undefined;
  /**
   * Whether this object, which needs the changed one or lies within it, can stay in place while that change is made. Default: yes, unless it is a replace. (An
   * object that needed a dropped one is altered so that it does not any more.)
   */
  survives?(object: SchemaObject<S>, change: Change, context: SurvivalContext): boolean;
  /**
   * Objects of both states that have to be written anew for this change although they end as they are, because how they are written is in its way or would mean
   * something else after it. By their addresses in the base, each with what `compare` would say.
   */
  entails?(change: Change<S, D>, context: EntailContext): ReadonlyMap<Address, Entailed>;
  /**
   * This object without what needs any of these, or has a name that one of them is to have in the goal, where an alter can add that later and take it away sooner:
   * objects that wait for each other in a circle are made and dropped by way of it. Undefined where nothing of it can wait.
   */
  loosen?(object: SchemaObject<S>, from: ReadonlySet<Address>, goal: Catalogue): SchemaObject<S> | undefined;
  /**
   * Whether what was found to be `rewritten` reads, in the goal, as the server itself makes it read with these renames, so that nothing is left to do. Default: no, which
   * writes it anew.
   */
  isFollowed?(from: SchemaObject<S>, to: SchemaObject<S>, renames: readonly Rename[]): boolean;
  /** What it comes to when an object is dropped in one transaction and back in a later one. Default: `correctness`. */
  readonly absence?: HazardClass;
  /** Whether anything is lost while such an object is gone between two transactions. Default: yes. */
  isMissed?(object: SchemaObject<S>): boolean;
  /**
   * What was read beside what makes an object what it is, is said again where this change makes it anew, and is otherwise by now: each in the words of people, `granted
   * since: SELECT to reader`. A plan that is older than that would lose it. Default: nothing is said again.
   */
  outdated?(planned: SchemaObject<S>, found: SchemaObject<S>, change: Change<S, D>): readonly string[];
  /**
   * The shape that serves clients of two states of an object at once: what one of them only reads or leaves out is there, and asks nothing of the other. One side is
   * undefined where only the other has the object. Default: what is new is there, what goes is there still, and what changes is as it was.
   */
  serveBoth?(
    from: SchemaObject<S> | undefined,
    to: SchemaObject<S> | undefined,
    context: ServeContext,
  ): Served | Impossible;
  /** The statements for one change. Core renders a replace as a drop and a create, so a kind never sees one. */
  render(change: Exclude<Change<S, D>, { verb: 'replace' }>, context: RenderContext): readonly StepDraft[] | Impossible;
  /** Where rows may stand in the way of a change: asked once the server has refused it, of the database as it was before. */
  conflicts?(change: Exclude<Change<S, D>, { verb: 'replace' }>, context: ConflictContext): readonly RowConflict[];
  /** The object as people read it; where this is missing they are shown what its relation tells, if it has one. `parent` is what it lies in. */
  describe?(object: SchemaObject<S>, parent: SchemaObject | undefined): Description;
  /** What any engine would understand of a table or view. */
  relation?(object: SchemaObject<S>): Relation;
}
