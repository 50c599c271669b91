import type { MigrateOptions, RuntimeMigratorOptions } from './options.js';
import type { Plugin } from './order-plugins.js';
import { requireOpenOptions } from './require-options.js';
import { RuntimeMigrator } from './runtime-migrator.js';
import { requireDatabase } from './target.js';

/** Migrates a database that was just opened, and gives it back. */
export type OpenMigrated = <Database extends object>(database: Database, tenant?: string) => Promise<Database>;

/**
 * For programs that have a database for each tenant and open it when it is needed: what is opened is migrated before anybody uses it. Where nothing changed that is one
 * question, whatever the number of plugins, and none for a database that was given before.
 */
export function migrateOnOpen(
  plugins: readonly Plugin[],
  given: RuntimeMigratorOptions & MigrateOptions = {},
): OpenMigrated {
  requireOpenOptions(given);
  const { driver, casing, main, scratch, ...options } = given;
  const own = {
    ...(driver && { driver }),
    ...(casing && { casing }),
    ...(main && { main }),
    ...(scratch && { scratch }),
  };
  const ready = new WeakMap<object, Promise<unknown>>();
  return async (database, tenant) => {
    requireDatabase(database);
    const known = ready.get(database);
    const work =
      known ??
      new RuntimeMigrator(database, own).migrateAll(plugins, { ...options, ...(tenant !== undefined && { tenant }) });
    ready.set(database, work);
    try {
      await work;
    } catch (error) {
      // Whoever opens it again tries again.
      ready.delete(database);
      throw error;
    }
    return database;
  };
}
