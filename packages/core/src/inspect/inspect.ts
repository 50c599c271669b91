import { setImmediate } from 'node:timers/promises';
import type { Connection, Server, Session } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import type { Leftover, Scope, Unmanaged } from '../contract/kind.js';
import type { Observed } from '../contract/progress.js';
import { throwIfAborted } from '../errors.js';
import type { Address } from '../model/address.js';
import { type Catalogue, createCatalogue } from '../model/catalogue.js';
import type { SchemaObject } from '../model/object.js';
import { listening } from './listening.js';
import { excluder, type Ownership, ownedBy, unmanagedObject } from './ownership.js';
import { keptOf, withoutGround, withoutOrphans } from './part-owned.js';

/** What is to be read, and what of it is ours to manage. */
export interface InspectOptions extends Ownership, Observed {
  readonly signal?: AbortSignal;
  /** Whether it is read as a desired state. */
  readonly desired?: boolean;
  /** What it is read for. */
  readonly goal?: Catalogue;
}

/** A database as read: what is managed, and what is there and left alone. */
export interface Inspection {
  readonly catalogue: Catalogue;
  /** What is left alone though its kind is known. It may lie on what is managed, and must be there afterwards. */
  readonly kept: Catalogue;
  /** All that is left alone, with the reasons. */
  readonly unmanaged: readonly Unmanaged[];
  /** Of that, what no kind covers and what nothing else brings along. */
  readonly uncovered?: readonly Unmanaged[];
  /** Of that, what something else brings along. */
  readonly byproducts?: readonly Unmanaged[];
  /** Of that, what is known by its address alone, where nothing else can be made. */
  readonly taken?: ReadonlyMap<Address, Unmanaged>;
  /** Of what is known by its address, what a plan removes before its own steps. */
  readonly cleared?: ReadonlySet<Address>;
  /** Of that, what stands for objects that may be there unseen, by their kind. */
  readonly hidden?: ReadonlyMap<string, Hidden>;
  /** What attempts that failed left in what is managed. */
  readonly leftovers?: readonly Leftover[];
  readonly server: Server;
}

/** Objects of one kind that may be there and are not shown. */
export interface Hidden {
  readonly unmanaged: Unmanaged;
  readonly hides: (object: SchemaObject) => boolean;
}

/** Reads a database. Replaceable through `createEngine`. */
export type Inspector = (connection: Connection, driver: Driver, options?: InspectOptions) => Promise<Inspection>;

/** Reads a whole connection: what it is kept to, or the one scope with the empty path. */
export async function inspect(
  connection: Connection,
  driver: Driver,
  options: InspectOptions = {},
): Promise<Inspection> {
  const scope: Scope = { path: connection.scope ?? [] };
  const [found] = await inspectScopes(connection, connection.server, driver, [scope], options);
  if (!found) throw new TypeError('one scope gives one inspection');
  return found;
}

/** Reads several scopes with the same number of queries as one: each kind is asked once. */
export async function inspectScopes(
  session: Session,
  server: Server,
  driver: Driver,
  scopes: readonly Scope[],
  options: InspectOptions = {},
): Promise<readonly Inspection[]> {
  const parts = new Map(
    scopes.map((scope) => [
      scope,
      {
        objects: [] as SchemaObject[],
        excluded: [] as SchemaObject[],
        unmanaged: [] as Unmanaged[],
        uncovered: [] as Unmanaged[],
        byproducts: [] as Unmanaged[],
        taken: new Map<Address, Unmanaged>(),
        cleared: new Set<Address>(),
        hidden: new Map<string, Hidden>(),
        leftovers: [] as Leftover[],
      },
    ]),
  );
  const byPath = new Map([...parts].map(([scope, part]) => [keyOf(scope), part]));
  const heard = listening(session, options.signal);
  const { desired = false, goal } = options;
  const reading = { session: heard, server, scopes, with: new Set(options.with), desired, ...(goal && { goal }) };
  const owned = ownedBy(options, driver);
  const excludes = excluder(options);
  let done = 0;
  for (const kind of driver.kinds) {
    throwIfAborted(options.signal, 'inspect');
    for await (const found of kind.inspect(reading)) {
      if (++done % breath === 0) await tell(done, options);
      const part = parts.get(found.scope) ?? byPath.get(keyOf(found.scope));
      if (!part) throw new TypeError(`${kind.kind} answered for a scope that was not asked for`);
      if ('unmanaged' in found) {
        const isExcluded = excludes(found.unmanaged.name) !== undefined;
        if (found.leftover && !isExcluded) part.leftovers.push(found.leftover);
        part.unmanaged.push(found.unmanaged);
        if (found.at !== undefined && !isExcluded) {
          part.taken.set(found.at, found.unmanaged);
          if (found.leftover) part.cleared.add(found.at);
        }
        if (found.hides) part.hidden.set(found.unmanaged.kind, { unmanaged: found.unmanaged, hides: found.hides });
        else (found.isByproduct ? part.byproducts : part.uncovered).push(found.unmanaged);
      } else {
        const reason = owned(found.object);
        if (reason) {
          part.unmanaged.push(unmanagedObject(found.object, reason));
          part.excluded.push(found.object);
        } else part.objects.push(found.object);
      }
    }
  }
  // A server may answer what was cancelled as if it were through.
  throwIfAborted(options.signal, 'inspect');
  return [...parts.values()].map(({ objects, excluded, leftovers: all, ...told }) => {
    const { unmanaged } = told;
    const managed = withoutGround(withoutOrphans(objects, unmanaged), excluded, unmanaged, options.claimed, driver);
    const kept = keptOf(objects, managed, excluded);
    const catalogue = createCatalogue(managed);
    const leftovers = all.filter(({ parent }) => parent === undefined || catalogue.has(parent));
    return { ...told, catalogue, kept, leftovers, server };
  });
}

/** After how many objects somebody is told how far it is, and an interruption is heard. */
const breath = 1000;

async function tell(done: number, { onEvent, signal }: InspectOptions): Promise<void> {
  onEvent?.({ type: 'progress', done });
  // Signals only reach a process that lets go of the thread.
  await setImmediate();
  throwIfAborted(signal, 'inspect');
}

const keyOf = (scope: Scope) => JSON.stringify(scope.path);
