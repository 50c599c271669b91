import { isSyncError } from '@sync/core';
import type { JournalEntry, MigrationRow, PluginRecord } from './book-format.js';
import { Books, bookVersion, hasBooks } from './books.js';
import { type Declared, declaredBy, requireName } from './declared.js';
import { migratorError } from './errors.js';
import type { Neighbours } from './homes-of.js';
import { type MigrationResult, migrateUnderLock, unchanged } from './migrate.js';
import type {
  CallOptions,
  ChangeOptions,
  MigrateOptions,
  PluginSchema,
  RuntimeMigratorOptions,
  SyncTarget,
} from './options.js';
import { orderPlugins, type Plugin } from './order-plugins.js';
import { requireMigratorOptions, requireOptions, told } from './require-options.js';
import { resetUnderLock, rollBackUnderLock } from './roll-back.js';
import { openSession, patienceOf, type Session } from './session.js';
import { type Target, targetOf } from './target.js';

/** How the database stands with a plugin. */
export interface PluginStatus {
  readonly plugin: string;
  readonly hasRun: boolean;
  readonly lastMigration: MigrationRow | null;
  readonly journal: { readonly version: string; readonly entries: readonly JournalEntry[] } | null;
  /** How many states are kept. */
  readonly snapshots: number;
}

/** A migration of a plugin that ran. */
export interface HistoryItem extends JournalEntry {
  /** What ran; absent where another tool noted it, and kept no statements. */
  readonly sql?: readonly string[];
}

const usualMain = ['app', 'plugin-sql', '@elizaos/plugin-sql'];

/** Brings a database to what programs and their plugins declare with Drizzle, at run time and without files: what was done is noted in the database itself. */
export class RuntimeMigrator {
  private readonly main: ReadonlySet<string>;
  private readonly pluginOf = new Map<unknown, string>();
  private readonly declaredBy = new Map<string, Declared>();
  private found: Promise<Target> | undefined;

  /** Takes what `drizzle()` returns, or a driver of schema-sync with a URL. */
  constructor(
    private readonly database: object | SyncTarget,
    private readonly options: RuntimeMigratorOptions = {},
  ) {
    requireMigratorOptions(options);
    this.main = new Set(options.main ?? usualMain);
  }

  /** Makes the tables in which migrations are noted. Every migration does so where they are not there. */
  async initialize(options: CallOptions = {}): Promise<void> {
    const session = await this.session('initialize', true, options);
    await session[Symbol.asyncDispose]();
  }

  /** Brings the tables of a plugin to what it declares. Where that is what was migrated last, one question is all that is asked. */
  async migrate(plugin: string, schema: PluginSchema, options: MigrateOptions = {}): Promise<MigrationResult> {
    requireOptions(options);
    requireName(plugin);
    const target = await this.target();
    const declared = this.declared(plugin, schema, target, options);
    if (!options.force && (await this.isNewest(declared, target, options))) return unchanged(plugin, declared.hash);
    await using session = await this.session(plugin, !options.dryRun, options, Object.values(options.takes ?? {}));
    const records = await recordsOf(session);
    const known = records.some((record) => record.plugin === plugin);
    // Whoever held the lock may have done it.
    if (known && !options.force && (await session.books.hashOf(session.connection, plugin)) === declared.hash)
      return unchanged(plugin, declared.hash);
    const { renames = {}, takes = {}, drizzleKit } = options;
    const wanted = { declared, casing: this.casing(target), renames, takes, drizzleKit };
    return await migrateUnderLock(session, wanted, this.neighbours(session, records), options);
  }

  /** Tells what migrating would do: statements, what would be lost, and rows in the way. Writes nothing. */
  async checkMigration(plugin: string, schema: PluginSchema, options: MigrateOptions = {}): Promise<MigrationResult> {
    requireOptions(options);
    return await this.migrate(plugin, schema, { ...options, dryRun: true });
  }

  /** Migrates several plugins, each after those that its foreign keys lead to. Where nothing changed, one question is asked for all of them. */
  async migrateAll(plugins: readonly Plugin[], options: MigrateOptions = {}): Promise<readonly MigrationResult[]> {
    requireOptions(options);
    const ordered = orderPlugins(plugins);
    const target = await this.target();
    // All of them, before any of them runs.
    const declared = ordered.map((plugin) =>
      this.declared(plugin.name, plugin.schema, target, plugin.extensions ? plugin : options),
    );
    const hashes = options.force ? new Map<string, string>() : await this.newest(target, options);
    const results: MigrationResult[] = [];
    for (const [i, plugin] of ordered.entries()) {
      const { name, schema, ...own } = plugin;
      const hash = declared[i]?.hash ?? '';
      const isSame = !own.force && hashes.get(name) === hash;
      results.push(isSame ? unchanged(name, hash) : await this.migrate(name, schema, { ...options, ...said(own) }));
    }
    return results;
  }

  /** Tells how the database stands with a plugin. */
  async getStatus(plugin: string, options: CallOptions = {}): Promise<PluginStatus> {
    await using session = await this.session(plugin, false, options);
    const record = (await recordsOf(session)).find((each) => each.plugin === plugin);
    const isThere = await session.books.areThere(session.connection);
    const last = isThere ? await session.books.lastOf(session.connection, plugin) : undefined;
    const snapshots = isThere ? await session.books.countSnapshots(session.connection, plugin) : 0;
    const entries = record?.entries.map(asEntry);
    return {
      plugin,
      hasRun: last !== undefined,
      lastMigration: last ?? null,
      journal: entries ? { version: bookVersion, entries } : null,
      snapshots,
    };
  }

  /** The migrations of a plugin, the oldest first, with what ran. */
  async getHistory(plugin: string, options: CallOptions = {}): Promise<readonly HistoryItem[]> {
    await using session = await this.session(plugin, false, options);
    const record = (await recordsOf(session)).find((each) => each.plugin === plugin);
    if (!record) return [];
    const kept = await session.books.outlines(session.connection, plugin);
    return record.entries.map((entry) => {
      const outline = kept.get(entry.idx);
      return { ...asEntry(entry), ...(outline && { sql: outline.sql }) };
    });
  }

  /** Brings the tables of a plugin back to what they were after the migration of this number. That is a migration, too, and stopped where it would lose something. */
  async rollback(plugin: string, to: number, options: ChangeOptions = {}): Promise<MigrationResult> {
    requireOptions(options);
    requireIndex(to);
    await using session = await this.session(plugin, !options.dryRun, options);
    return await rollBackUnderLock(session, await recordsOf(session), plugin, to, options);
  }

  /** Drops all that a plugin has and forgets it, where `allowDataLoss` or `force` says so. */
  async reset(plugin: string, options: ChangeOptions = {}): Promise<MigrationResult> {
    requireOptions(options);
    requireName(plugin);
    if (!options.allowDataLoss && !options.force && !options.dryRun)
      throw migratorError(
        'GATE_CLOSED',
        'resetting drops all its tables and forgets its migrations',
        'Reset with { allowDataLoss: true } if it is meant.',
        { plugin },
      );
    await using session = await this.session(plugin, !options.dryRun, options);
    return await resetUnderLock(session, await recordsOf(session), plugin, options);
  }

  private async target(): Promise<Target> {
    this.found ??= targetOf(this.database, this.options);
    try {
      const target = await this.found;
      requireBooks(target);
      return target;
    } catch (error) {
      this.found = undefined;
      throw error;
    }
  }

  private casing(target: Target) {
    return this.options.casing ?? target.casing;
  }

  private declared(
    plugin: string,
    schema: PluginSchema,
    target: Target,
    { extensions }: Pick<MigrateOptions, 'extensions'>,
  ): Declared {
    const declared = declaredBy(plugin, schema, target.driver.name, this.casing(target), extensions);
    if (this.declaredBy.get(plugin) === declared) return declared;
    for (const { value } of declared.own) this.pluginOf.set(value, plugin);
    this.declaredBy.set(plugin, declared);
    return declared;
  }

  private async session(
    plugin: string,
    writes: boolean,
    options: CallOptions,
    beside: readonly string[] = [],
  ): Promise<Session> {
    requireOptions(options);
    requireName(plugin);
    const target = await this.target();
    const { scratch } = this.options;
    return openSession(target, { plugin, writes, beside, ...(scratch && { scratch }) }, options);
  }

  private neighbours({ driver, connection }: Session, records: readonly PluginRecord[]): Neighbours {
    const hasSchemas = driver.schemaOf !== undefined && !connection.scope;
    return { driver, hasSchemas, records, main: this.main, pluginOf: this.pluginOf, declaredBy: this.declaredBy };
  }

  /** What cannot be asked, such as a database without books, is looked at with care afterwards. */
  private async isNewest({ plugin, hash }: Declared, target: Target, options: CallOptions): Promise<boolean> {
    const { driver } = target;
    const question = (schema?: string) => new Books(driver.name, driver.dialect, schema).newestOf;
    const [row] = await target.ask(question, [plugin], patienceOf(options)).catch(unlessOurs);
    return row?.hash === hash;
  }

  private async newest(target: Target, options: CallOptions): Promise<ReadonlyMap<string, string>> {
    const { driver } = target;
    const question = (schema?: string) => new Books(driver.name, driver.dialect, schema).newest;
    const rows = await target.ask(question, [], patienceOf(options)).catch(unlessOurs);
    return new Map(rows.map((row) => [String(row.plugin_name), String(row.hash)]));
  }
}

/** What is said with a plugin; where a program says nothing by undefined, what is said of all of them holds. */
function said(own: MigrateOptions): MigrateOptions {
  return Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
}

function requireIndex(to: unknown): void {
  if (Number.isInteger(to)) return;
  throw migratorError(
    'USAGE',
    `the migration to go back to is ${told(to)}`,
    'Give the idx of one that getHistory lists: 0 is the first.',
  );
}

/** A refusal of ours is one; what the server says no with is found out again over a connection that tells why. */
function unlessOurs(error: unknown): readonly Record<string, unknown>[] {
  if (isSyncError(error) && error.code !== 'STATEMENT_FAILED' && error.code !== 'CONNECTION_FAILED') throw error;
  return [];
}

function requireBooks({ driver }: Target): void {
  if (hasBooks(driver.name)) return;
  throw migratorError(
    'UNSUPPORTED',
    `migrations cannot be noted in a database of ${driver.name}`,
    'Migrate it with the command line, which keeps a journal in databases of every engine.',
  );
}

async function recordsOf({ books, connection }: Session): Promise<readonly PluginRecord[]> {
  return (await books.areThere(connection)) ? books.records(connection) : [];
}

function asEntry({ idx, version, when, tag, breakpoints, hash, how, from }: JournalEntry): JournalEntry {
  return {
    idx,
    version,
    when,
    tag,
    breakpoints,
    ...(hash !== undefined && { hash }),
    ...(how && { how }),
    ...(from && { from }),
  };
}
