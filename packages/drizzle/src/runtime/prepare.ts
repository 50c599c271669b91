import {
  type Address,
  type Catalogue,
  type Compiled,
  createCatalogue,
  type Driver,
  type OperationOptions,
  partsOf,
  type RenameHint,
  type SchemaObject,
} from '@sync/core';
import type { Casing } from '../sql/language.js';
import type { PluginRecord } from './book-format.js';
import { isKept } from './books.js';
import { type Declared, elsewhere, textOf } from './declared.js';
import { isAllInPublic, isAnyInPublic, namedIn } from './foreign-record.js';
import { homeOfPlugin, homesOf, type Neighbours, ownedByOthers, requireOwnPlace, sharedKinds } from './homes-of.js';
import { type KitMigration, kitHistory, requireDrawnThere } from './kit-history.js';
import type { DrizzleKitFolder } from './options.js';
import { type Claim, leaving, partClaimed } from './ownership.js';
import { hintsOf } from './rename-hints.js';
import { requireFreeNames } from './require-free-names.js';
import { type Session, watched } from './session.js';
import { changedTogether } from './shared.js';
import { type Taking, takingsOf } from './taking.js';

/** What a plugin's part of a database is, and what it is to be. */
export interface Prepared {
  /** The goal as it was built, with the tables of others that it refers to. */
  readonly goal: Compiled;
  /** The plugin's own part of it. */
  readonly own: Catalogue;
  /** What stands in nothing else of it, but for what comes from other plugins. */
  readonly tops: readonly Address[];
  /** What there is of the plugin now. */
  readonly owned: readonly SchemaObject[];
  readonly reading: Pick<OperationOptions, 'exclude' | 'schemas'>;
  readonly renames: readonly RenameHint[];
  readonly claim: Claim;
  readonly namespace: string | undefined;
  readonly record: PluginRecord | undefined;
  /** Tables that come from other plugins. */
  readonly takings: readonly Taking[];
  /** What Drizzle Kit did before, where it is taken over now. */
  readonly kit: readonly KitMigration[];
  /** Tables of others that its keys lead to and nobody has made yet. */
  readonly missing: readonly Address[];
}

/** What is asked for. */
export interface Wanted {
  readonly declared: Declared;
  readonly casing: Casing | undefined;
  readonly renames: Readonly<Record<string, string>>;
  /** Tables that other plugins had, with their names. */
  readonly takes: Readonly<Record<string, string>>;
  readonly drizzleKit?: string | DrizzleKitFolder | undefined;
}

/** Builds what is declared, and finds out what of the database is the plugin's. */
export async function prepare(session: Session, wanted: Wanted, neighbours: Neighbours): Promise<Prepared> {
  const { declared, casing } = wanted;
  const { driver } = session;
  requireFreeNames(declared, session.books);
  const record = neighbours.records.find(({ plugin }) => plugin === declared.plugin);
  const kit = record ? undefined : await kitHistory(session, declared.plugin, wanted.drizzleKit);
  const newest = kit ? kit.at(-1)?.snapshot : await newestSnapshot(session, record);
  const isForeign = newest !== undefined && !isKept(newest);
  // Drizzle Kit knows of no plugins: where it put what names no schema, that stays.
  const isInPublic = isForeign && (kit ? isAnyInPublic(newest) : isAllInPublic(newest));
  const namespace = isInPublic ? undefined : homeOfPlugin(declared.plugin, neighbours);
  const text = textOf(declared, driver.name, casing, homesOf(declared, namespace, neighbours));
  for (const { at, message } of text.warnings) session.log(`${at}: ${message}`);
  const engine = session.engine({ program: { driver: driver.name, text } });
  const goal = await engine.compile(`drizzle:${declared.plugin}`, { near: session.tenant, ...watched(session) });
  const { own, referred } = partDeclared(goal);
  const takings = await takingsOf(wanted.takes, declared.plugin, namespace, session, neighbours);
  const taken = new Set(takings.flatMap(({ from, to, along }) => [from, to, ...along]));
  const tops = topsOf(own).filter((at) => !taken.has(at));
  requireOwnPlace(declared.plugin, namespace, tops, neighbours);
  const moved = takings.flatMap(({ rename }) => rename ?? []);
  const renames = [...hintsOf(wanted.renames, namespace, own, driver), ...moved];
  const owners = ownedByOthers(declared.plugin, neighbours);
  const claimed: Claim = {
    declared: own,
    made: isKept(newest) ? new Set(newest.schema.objects.map(({ address: at }) => at)) : undefined,
    named: isForeign ? namedIn(newest) : new Set(),
    others: new Set([...owners.keys()].filter((at) => !taken.has(at))),
    taken,
    namespace,
    renames,
  };
  const beside = referred.flatMap((at) => goal.catalogue.get(at) ?? []);
  const found = await findOwned(session, claimed, isKept(newest) ? newest.schema.objects : [], beside);
  const together = new Set(changedTogether(declared, own, found.catalogue, owners, neighbours));
  const claim = { ...claimed, others: new Set([...claimed.others].filter((at) => !together.has(at))) };
  const { owned, others } = partClaimed(found.catalogue, claim);
  const left = topsOf(own).filter((at) => claim.others.has(at));
  if (kit) requireDrawnThere(declared.plugin, newest, found.catalogue, driver);
  const shared = sharedKinds(driver);
  return {
    goal,
    own,
    tops,
    owned: owned.filter(({ kind }) => !shared.has(kind)),
    reading: { exclude: leaving([...others, ...referred, ...left]), ...found.schemas },
    renames,
    claim,
    namespace,
    record,
    takings,
    kit: kit ?? [],
    missing: beside.flatMap(({ kind, address: at }) => (kind === 'table' && !found.catalogue.has(at) ? [at] : [])),
  };
}

/** Reads the schemas that the plugin has to do with, and those of tables that it refers to, and parts what is in them. */
export async function findOwned(
  session: Session,
  claim: Claim,
  before: readonly SchemaObject[],
  beside: readonly SchemaObject[] = [],
) {
  const { driver, tenant } = session;
  const own = [...claim.declared, ...before];
  const looked = schemasOf([...own, ...beside], claim, driver);
  const { catalogue } = await session.engine().inspect(tenant, { ...looked, ...watched(session) });
  return { ...partClaimed(catalogue, claim), catalogue, schemas: schemasOf(own, claim, driver) };
}

function schemasOf(
  objects: readonly SchemaObject[],
  { namespace, renames, named, taken }: Claim,
  { schemaOf }: Driver,
): Pick<OperationOptions, 'schemas'> {
  if (!schemaOf) return {};
  const names = objects.map((object) => schemaOf(object)).filter((name) => name !== undefined);
  const moved = Array.from(taken, (at) => partsOf(at).parts).map(([first = '', ...rest]) =>
    rest.length > 0 ? first : 'public',
  );
  const before = Array.from(named, (at) => partsOf(at).parts).flatMap(([first, ...rest]) =>
    first !== undefined && rest.length > 0 ? [first] : [],
  );
  const old = renames.flatMap(({ from: [first] }) => (namespace !== undefined && first ? [first] : []));
  return { schemas: [...new Set([namespace ?? 'public', ...names, ...before, ...moved, ...old])].sort() };
}

/** What was built for the plugin, and what was built for its keys to lead to. */
function partDeclared({ catalogue, places, origin }: Compiled): {
  readonly own: Catalogue;
  readonly referred: readonly Address[];
} {
  const isSaidElsewhere = (object: SchemaObject): boolean => {
    const parent = object.parent === undefined ? undefined : catalogue.get(object.parent);
    return parent ? isSaidElsewhere(parent) : (places?.get(object.address)?.startsWith(elsewhere) ?? false);
  };
  // What no statement defines, such as the sequence of a serial column, is whose that needs it.
  const needed = (isTheirs: boolean) =>
    new Set([...catalogue].flatMap((object) => (isSaidElsewhere(object) === isTheirs ? object.needs : [])));
  const [ours, theirs] = [needed(false), needed(true)];
  const isImplied = ({ address: at }: SchemaObject) =>
    (places?.get(at) ?? origin) === origin && theirs.has(at) && !ours.has(at);
  const isElsewhere = (object: SchemaObject) => isSaidElsewhere(object) || isImplied(object);
  const own: SchemaObject[] = [];
  const referred: Address[] = [];
  for (const object of catalogue) {
    if (!isElsewhere(object)) own.push(object);
    else if (object.parent === undefined) referred.push(object.address);
  }
  return { own: createCatalogue(own), referred };
}

/** What lies in nothing else. */
export function topsOf(own: Catalogue): readonly Address[] {
  return Array.from(own).flatMap(({ address: at, parent }) => (parent === undefined ? [at] : []));
}

async function newestSnapshot(session: Session, record: PluginRecord | undefined): Promise<unknown> {
  const idx = record?.entries.at(-1)?.idx;
  if (!record || idx === undefined) return undefined;
  return await session.books.snapshot(session.connection, record.plugin, idx);
}
