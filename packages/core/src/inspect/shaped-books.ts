import type { Driver } from '../contract/driver.js';
import type { SchemaObject } from '../model/object.js';

/** Books of migration tools under names that anybody may give to a table of their own: told apart by exactly these columns. */
const shaped: Readonly<Record<string, readonly (readonly [tool: string, ...columns: string[]])[]>> = {
  _migrations: [['Drizzle at run time', 'id', 'plugin_name', 'hash', 'created_at']],
  _journal: [['Drizzle at run time', 'plugin_name', 'version', 'dialect', 'entries']],
  _snapshots: [['Drizzle at run time', 'id', 'plugin_name', 'idx', 'snapshot', 'created_at']],
  migrations_migrations: [['Drizzle at run time', 'id', 'plugin_name', 'hash', 'created_at']],
  migrations_journal: [['Drizzle at run time', 'plugin_name', 'version', 'dialect', 'entries']],
  migrations_snapshots: [['Drizzle at run time', 'id', 'plugin_name', 'idx', 'snapshot', 'created_at']],
  migrations: [
    ['Laravel', 'id', 'migration', 'batch'],
    ['TypeORM', 'id', 'timestamp', 'name'],
    ['db-migrate', 'id', 'name', 'run_on'],
    ["Thom Wright's migrations", 'id', 'name', 'hash', 'executed_at'],
    ['Graphile Migrate', 'hash', 'previous_hash', 'filename', 'date'],
  ],
  schema_version: [
    [
      'Flyway',
      'installed_rank',
      'version',
      'description',
      'type',
      'script',
      'checksum',
      'installed_by',
      'installed_on',
      'execution_time',
      'success',
    ],
    [
      'Flyway',
      'version_rank',
      'installed_rank',
      'version',
      'description',
      'type',
      'script',
      'checksum',
      'installed_by',
      'installed_on',
      'execution_time',
      'success',
    ],
    ['tern', 'version'],
  ],
  changelog: [['MyBatis Migrations', 'id', 'applied_at', 'description']],
  versioninfo: [['FluentMigrator', 'version', 'appliedon', 'description']],
  schemaversions: [['DbUp', 'schemaversionsid', 'scriptname', 'applied']],
  migration_versions: [
    ['Doctrine', 'version'],
    ['Doctrine', 'version', 'executed_at'],
  ],
  aerich: [['Aerich', 'id', 'version', 'app', 'content']],
};

/** The tool whose book a table is by its name and its columns; undefined where it is somebody's own. */
export function shapedBook(object: SchemaObject, last: string, driver: Pick<Driver, 'kinds'>): string | undefined {
  const known = shaped[last.toLowerCase()];
  if (!known || object.parent !== undefined) return undefined;
  const relation = driver.kinds.find(({ kind }) => kind === object.kind)?.relation?.(object);
  if (relation?.type !== 'table') return undefined;
  const names = new Set(relation.columns.map(({ name }) => name.toLowerCase()));
  const found = known.find(
    ([, ...columns]) => columns.length === names.size && columns.every((name) => names.has(name)),
  );
  return found?.[0];
}
