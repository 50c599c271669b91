import {
  type Address,
  address,
  type Compiled,
  createCatalogue,
  isSyncError,
  type Plan,
  type Statement,
  type SyncResult,
} from '@sync/core';
import type { JournalEntry } from './book-format.js';
import type { Note } from './books.js';
import { migratorError } from './errors.js';
import { allowedBy, type DestructiveChange, destructiveChanges, type RowsInTheWay, requireSafe } from './guard.js';
import { booksToHold } from './hold-books.js';
import { type Neighbours, requireOwnPlace } from './homes-of.js';
import { keptOf, noteOf, sqlOf } from './noting.js';
import type { LossOptions, MigrateOptions } from './options.js';
import { type Prepared, prepare, topsOf, type Wanted } from './prepare.js';
import { requireUnreferred } from './referring.js';
import { type Session, watched } from './session.js';
import { handedOver } from './taking.js';
import { type NoteOfRename, renamesMade } from './way-back.js';

/** What a migration came to, or would. */
export interface MigrationResult {
  readonly plugin: string;
  /** `found`: the database was as declared already, and that was noted. `planned`: nothing was written. */
  readonly outcome: 'unchanged' | 'found' | 'migrated' | 'planned';
  /** The hash of what is declared. */
  readonly hash: string;
  /** The number of the migration in the history, where one was noted. */
  readonly idx?: number;
  /** What changes, each as `alter table:users`. */
  readonly changes: readonly string[];
  readonly sql: readonly string[];
  /** What would be stopped: looked at where nothing is written. */
  readonly destructive?: readonly DestructiveChange[];
  readonly rows?: readonly RowsInTheWay[];
}

/** What nothing came of. */
export const unchanged = (plugin: string, hash: string): MigrationResult => ({
  plugin,
  outcome: 'unchanged',
  hash,
  changes: [],
  sql: [],
});

/** Brings the plugin's part of a database to what is declared, and notes that with it. */
export async function migrateUnderLock(
  session: Session,
  wanted: Wanted,
  neighbours: Neighbours,
  options: MigrateOptions,
): Promise<MigrationResult> {
  const { declared } = wanted;
  const { hash, plugin } = declared;
  const prepared = await prepare(session, wanted, neighbours);
  const { own, owned, record, namespace, kit, takings } = prepared;
  const isKnown = record !== undefined && record.entries.length > 0;
  const next = (record?.entries.at(-1)?.idx ?? kit.length - 1) + 1;
  const taken = kit.map(({ entry, snapshot }): Note => ({ entry, kept: snapshot ?? null }));
  const base: readonly Note[] =
    isKnown || owned.length === 0 ? [] : [noteOf(next, plugin, 'found', keptOf(session, createCatalogue(owned)))];
  const noted = (how: JournalEntry['how'], plan?: Plan, made: readonly NoteOfRename[] = []): Note => {
    const before = plan ? base.length : 0;
    const kept = keptOf(session, own, plan, made);
    const note = noteOf(next + before, plugin, how, kept, hash);
    const from = takings.map(({ of }) => of.plugin);
    return {
      ...note,
      entry: {
        ...note.entry,
        ...(from.length > 0 && { from: [...new Set(from)] }),
        ...(namespace !== undefined && { namespace }),
        owns: topsOf(own),
      },
    };
  };
  const others = await handedOver(session, plugin, takings);
  await using held = booksToHold(session, (records) =>
    requireOwnPlace(plugin, namespace, prepared.tops, { ...neighbours, records }),
  );
  await requireDroppable(session, prepared, plugin, neighbours);
  // What somebody else would have made by then is not there for a proof.
  const chosen = options.dryRun && prepared.missing.length > 0 ? { ...options, prove: false } : options;
  const result = await bring(session, prepared.goal, prepared, chosen, {
    plugin,
    before: () => held.hold(),
    alongside: (plan, made) => [
      ...others,
      ...session.books.note(plugin, record?.entries, [...taken, ...base, noted('migrated', plan, made)]),
    ],
  }).catch((error: unknown) => {
    throw forWantOf(prepared.missing, plugin, error);
  });
  const told = { plugin, hash, changes: changesOf(result), sql: sqlOf(result.plan) };
  if (options.dryRun) return { ...told, outcome: 'planned', ...(await stoppedBy(result, options, session)) };
  if (!result.inSync) return { ...told, outcome: 'migrated', idx: next + base.length };
  await held.hold();
  if (isKnown && takings.length === 0 && (await session.books.hashOf(session.connection, plugin)) === hash)
    return { ...told, outcome: 'unchanged' };
  const how = isKnown ? 'taken over' : 'found';
  await write(session, [...others, ...session.books.note(plugin, record?.entries, [...taken, noted(how)])]);
  return { ...told, outcome: 'found', idx: next };
}

/** Refuses to drop tables that others refer to: the server would say so of the first alone, and some do not say it at all. */
async function requireDroppable(
  session: Session,
  { own, owned, renames, takings }: Prepared,
  plugin: string,
  { records }: Neighbours,
): Promise<void> {
  const stay = new Set([...renames.map(({ from }) => address('table', ...from)), ...takings.map(({ from }) => from)]);
  const gone = owned.flatMap(({ kind, address: at }) =>
    kind === 'table' && !own.has(at) && !stay.has(at) ? [at] : [],
  );
  const all = new Set(owned.map((each) => each.address));
  await requireUnreferred(session, { plugin, records, gone: new Set(gone), owned: all });
}

/** What is told where something is not there: by the server, and of one that takes such keys, by whoever looks. */
const forWant: ReadonlySet<string> = new Set(['PROOF_FAILED', 'STATEMENT_FAILED', 'SOURCE_INVALID']);

/** An error of the server as one that tells what is not there, where that is why. */
function forWantOf(missing: readonly Address[], plugin: string, cause: unknown): unknown {
  if (missing.length === 0 || !isSyncError(cause) || !forWant.has(cause.code)) return cause;
  return migratorError(
    'NOT_FOUND',
    `its foreign keys lead to ${missing.join(', ')}, which nobody has made yet`,
    'Migrate the plugin that declares it first; migrateAll finds the order by itself.',
    { plugin, missing, cause },
  );
}

/** What a run is for. */
interface Purpose {
  readonly plugin: string;
  /** Looks once more before the first statement. */
  readonly before?: () => Promise<void>;
  /** What is noted, with those of the renames that were to be made. */
  readonly alongside: (plan: Plan, made: readonly NoteOfRename[]) => readonly Statement[];
}

/** Plans, guards and runs: with the notes in the transaction of the last change, where the engine has such. */
export function bring(
  session: Session,
  goal: Compiled,
  { reading, renames, claim }: Pick<Prepared, 'reading' | 'renames' | 'claim'>,
  options: MigrateOptions,
  { plugin, before, alongside }: Purpose,
): Promise<SyncResult> {
  const { books, connection, driver, tenant, log } = session;
  let made: readonly NoteOfRename[] = [];
  return session.engine({ claim }).sync(tenant, goal, {
    ...watched(session),
    ...reading,
    renames,
    alongside: (plan) => alongside(plan, made),
    allow: allowedBy(options),
    checkData: true,
    // What commits in parts would leave some of it behind where it stops.
    online: 'never',
    prove: options.prove ?? true,
    dryRun: options.dryRun ?? false,
    confirm: async (plan, difference, occasion) => {
      if (occasion.refusal) throw occasion.refusal;
      requireSafe(plugin, plan, await destructiveChanges(plan, difference, options, connection, driver), occasion);
      await before?.();
      const isAtOnce = connection.atomically !== undefined && plan.up.length === 1;
      if (!isAtOnce && (await books.hashOf(connection, plugin)) !== undefined)
        await connection.execute(books.begin(plugin));
      made = renamesMade(difference);
      for (const { id } of plan.changes) log(`${plugin}: ${id}`);
    },
  });
}

/** What would have been stopped, where nothing is written. */
export async function stoppedBy(
  { plan, difference, data }: SyncResult,
  options: LossOptions,
  { connection, driver }: Session,
): Promise<Pick<MigrationResult, 'destructive' | 'rows'>> {
  return {
    destructive: plan ? await destructiveChanges(plan, difference, options, connection, driver) : [],
    rows: data?.inTheWay ?? [],
  };
}

/** Notes something that no run was needed for. */
export async function write({ connection }: Session, statements: readonly Statement[]): Promise<void> {
  if (connection.atomically) await connection.atomically(statements);
  else for (const statement of statements) await connection.execute(statement);
}

export function changesOf({ difference }: SyncResult): readonly string[] {
  return difference.changes.map(({ id }) => id);
}
