import {
  type Address,
  address,
  type Compiled,
  createCatalogue,
  emptyCatalogue,
  openSnapshot,
  type RenameHint,
} from '@sync/core';
import type { KeptOutline, KeptSnapshot, NewestEntry, PluginRecord } from './book-format.js';
import { isKept } from './books.js';
import { migratorError } from './errors.js';
import { ownedByOthers } from './homes-of.js';
import { bring, changesOf, type MigrationResult, stoppedBy, write } from './migrate.js';
import { keptOf, noteOf, sqlOf } from './noting.js';
import type { ChangeOptions } from './options.js';
import { leaving } from './ownership.js';
import { findOwned, topsOf } from './prepare.js';
import { requireUnreferred } from './referring.js';
import type { Session } from './session.js';
import { type NoteOfRename, type StepBack, wayBack } from './way-back.js';

/** Brings the plugin's part of a database back to what it was after one of its migrations, as one more migration. */
export async function rollBackUnderLock(
  session: Session,
  records: readonly PluginRecord[],
  plugin: string,
  to: number,
  options: ChangeOptions,
): Promise<MigrationResult> {
  const record = recordOf(records, plugin);
  const { entries } = record;
  const entry = entries.find(({ idx }) => idx === to);
  const outlines = await session.books.outlines(session.connection, plugin);
  const kept = outlines.has(to) ? await session.books.snapshot(session.connection, plugin, to) : undefined;
  if (!entry || !isKept(kept)) throw notKept(plugin, to, entries, outlines);
  const newest = await newestOf(record, session);
  requireNothingMoved(plugin, entries, to);
  const goal = stateOf(plugin, kept);
  const renames = await renamesSince(record, outlines, to, session);
  const made = new Set(newest.kept.schema.objects.map((each) => each.address));
  const { namespace } = newest.entry;
  const claim = {
    declared: goal.catalogue,
    made,
    named: new Set<never>(),
    taken: new Set<never>(),
    others: othersThan(plugin, records, session),
    namespace,
    renames,
  };
  const found = await findOwned(session, claim, newest.kept.schema.objects);
  const idx = newest.entry.idx + 1;
  const reading = { exclude: leaving([...found.others, ...claim.others]), ...found.schemas };
  const owned = new Set(found.owned.map((each) => each.address));
  const renamed = new Set(renames.map(({ from }) => address('table', ...from)));
  const gone = new Set([...owned].filter((at) => !goal.catalogue.has(at) && !renamed.has(at)));
  await requireUnreferred(session, { plugin, records, gone, owned });
  const noted = (plan?: Parameters<typeof sqlOf>[0], made: readonly NoteOfRename[] = []) => {
    const note = noteOf(idx, plugin, 'rolled back', keptOf(session, goal.catalogue, plan, made), entry.hash);
    const owned = { ...(namespace !== undefined && { namespace }), owns: topsOf(goal.catalogue) };
    return session.books.note(plugin, entries, [{ ...note, entry: { ...note.entry, ...owned } }]);
  };
  const result = await bring(session, goal, { reading, renames, claim }, options, { plugin, alongside: noted });
  const hash = entry.hash ?? kept.schema.root;
  const told = { plugin, hash, changes: changesOf(result), sql: sqlOf(result.plan) };
  if (options.dryRun) return { ...told, outcome: 'planned', ...(await stoppedBy(result, options, session)) };
  if (result.inSync) await write(session, noted());
  return { ...told, outcome: 'migrated', idx };
}

/** Drops all that the plugin has, and takes it out of the books. */
export async function resetUnderLock(
  session: Session,
  records: readonly PluginRecord[],
  plugin: string,
  options: ChangeOptions,
): Promise<MigrationResult> {
  const record = recordOf(records, plugin);
  const { kept, entry } = await newestOf(record, session);
  const { objects } = kept.schema;
  const made = new Set(objects.map((each) => each.address));
  const claim = {
    declared: emptyCatalogue,
    made,
    named: new Set<never>(),
    taken: new Set<never>(),
    others: othersThan(plugin, records, session),
    namespace: entry.namespace,
    renames: [],
  };
  const found = await findOwned(session, claim, objects);
  const reading = { exclude: leaving([...found.others, ...claim.others]), ...found.schemas };
  const gone = new Set(found.owned.map((each) => each.address));
  await requireUnreferred(session, { plugin, records, gone, owned: gone });
  const forget = () => session.books.forget(plugin);
  const goal = { ...stateOf(plugin, kept), catalogue: emptyCatalogue };
  const result = await bring(session, goal, { reading, renames: [], claim }, options, { plugin, alongside: forget });
  const told = { plugin, hash: '', changes: changesOf(result), sql: sqlOf(result.plan) };
  if (options.dryRun) return { ...told, outcome: 'planned', ...(await stoppedBy(result, options, session)) };
  if (result.inSync) await write(session, forget());
  return { ...told, outcome: 'migrated' };
}

/** What stays because others have it: tables of theirs, and what they share with the plugin. */
function othersThan(plugin: string, records: readonly PluginRecord[], { driver }: Session): ReadonlySet<Address> {
  return new Set(ownedByOthers(plugin, { records, driver }).keys());
}

function recordOf(records: readonly PluginRecord[], plugin: string): PluginRecord {
  const record = records.find((each) => each.plugin === plugin);
  if (record && record.entries.length > 0) return record;
  throw migratorError('NOT_FOUND', 'nothing is noted of it', 'Migrate it first; names are told apart to the letter.', {
    plugin,
  });
}

async function newestOf({ plugin, entries }: PluginRecord, { books, connection }: Session) {
  const entry = entries.at(-1);
  const kept = entry && (await books.snapshot(connection, plugin, entry.idx));
  if (entry && isKept(kept)) return { entry, kept };
  throw migratorError(
    'UNSUPPORTED',
    'what is noted of it was noted by another tool',
    'Migrate it once: that takes over what is there without running it again.',
    { plugin },
  );
}

/** A state that was kept, as a goal. */
function stateOf(plugin: string, { schema }: KeptSnapshot): Compiled {
  const { catalogue } = openSnapshot(schema, `the history of ${plugin}`);
  return {
    origin: `the history of ${plugin}`,
    catalogue: createCatalogue([...catalogue]),
    renames: [],
    seeds: [],
    unmanaged: [],
    warnings: [],
    normalisedBy: 'snapshot',
  };
}

/** The renames of all migrations since, as they are to be made now. */
async function renamesSince(
  { entries, plugin }: PluginRecord,
  outlines: ReadonlyMap<number, KeptOutline>,
  to: number,
  { books, connection }: Session,
): Promise<readonly RenameHint[]> {
  const since = entries.filter(({ idx }) => idx > to).toReversed();
  // What nothing was renamed in needs no looking at.
  if (since.every(({ idx }) => (outlines.get(idx)?.renames ?? []).length === 0)) return [];
  const steps: StepBack[] = [];
  for (const { idx } of since) {
    const kept = await books.snapshot(connection, plugin, idx);
    if (!isKept(kept)) continue;
    steps.push({ renames: kept.renames ?? [], had: new Set(kept.schema.objects.map((each) => each.address)) });
  }
  return wayBack(steps).map((rename) => ({ at: 'rollback', ...rename }));
}

/** A table that went to another plugin has no way back from here: it is that one's. */
function requireNothingMoved(plugin: string, entries: readonly NewestEntry[], to: number): void {
  const moved = entries.find(({ idx, how, from }) => idx > to && (how === 'handed over' || from !== undefined));
  if (!moved) return;
  throw migratorError(
    'UNSUPPORTED',
    `tables went from one plugin to another with migration ${moved.idx}, and going back would take them from the one that has them now`,
    'Nothing was touched. Declare what is wanted and migrate, with takes: { table: plugin } where a table is to come back.',
    { plugin, idx: moved.idx },
  );
}

function notKept(
  plugin: string,
  to: number,
  entries: readonly NewestEntry[],
  outlines: ReadonlyMap<number, KeptOutline>,
) {
  const known = entries.filter(({ idx }) => outlines.has(idx)).map(({ idx }) => idx);
  return migratorError(
    'NOT_FOUND',
    `there is no migration ${to} to go back to`,
    known.length > 0
      ? `Those that are kept are ${known.join(', ')}.`
      : 'Nothing is kept of it: what another tool noted has no way back here.',
    { plugin, known },
  );
}
