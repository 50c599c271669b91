import type { Driver } from '../contract/driver.js';
import { type Address, partsOf } from '../model/address.js';
import type { SchemaObject } from '../model/object.js';

/** Whose an object is: everything that nothing here excludes is managed. */
export interface Ownership {
  /** Globs over names; what matches is never touched. */
  readonly exclude?: readonly string[];
  /** The schemas inside the database that are managed, on engines that have such. Default: all. */
  readonly schemas?: readonly string[] | undefined;
  /** Objects that the desired state names; they are managed even where a default would leave them alone. */
  readonly claimed?: Pick<ReadonlySet<Address>, 'has'>;
}

/** Tables in which other migration tools keep their books: never ours to drop because a desired state does not name them. */
const foreignBooks = new Map([
  ['__drizzle_migrations', 'Drizzle'],
  ['_prisma_migrations', 'Prisma'],
  ['schema_migrations', 'dbmate, Rails or golang-migrate'],
  ['ar_internal_metadata', 'Rails'],
  ['knex_migrations', 'Knex'],
  ['knex_migrations_lock', 'Knex'],
  ['flyway_schema_history', 'Flyway'],
  ['goose_db_version', 'goose'],
  ['gorp_migrations', 'sql-migrate'],
  ['databasechangelog', 'Liquibase'],
  ['databasechangeloglock', 'Liquibase'],
  ['alembic_version', 'Alembic'],
  ['django_migrations', 'Django'],
  ['atlas_schema_revisions', 'Atlas'],
  ['sequelizemeta', 'Sequelize'],
  ['typeorm_migrations', 'TypeORM'],
  ['mikro_orm_migrations', 'MikroORM'],
  ['phinxlog', 'Phinx'],
  ['doctrine_migration_versions', 'Doctrine'],
  ['kysely_migration', 'Kysely'],
  ['kysely_migration_lock', 'Kysely'],
]);

const ours = /^_schema_sync(_|$)/;

/** Gives, for an object, the reason why it is left alone, or undefined where it is managed. */
export function ownedBy(
  { exclude = [], schemas, claimed }: Ownership,
  driver: Pick<Driver, 'schemaOf' | 'dialect'>,
): (object: SchemaObject) => string | undefined {
  const managed = schemas && new Set(schemas.map((name) => driver.dialect.fold(name)));
  const globs = exclude.map((glob) => ({ glob, test: globTest(glob) }));
  return (object) => {
    const { parts } = partsOf(object.address);
    const last = parts.at(-1) ?? '';
    if (ours.test(last)) return 'kept by schema-sync itself';
    const schema = managed && driver.schemaOf?.(object);
    if (schema !== undefined && !managed?.has(driver.dialect.fold(schema)))
      return `the schema ${schema} is not managed`;
    const excluded = globs.find(({ test }) => test(last) || test(parts.join('.')));
    if (excluded) return `excluded by ${excluded.glob}`;
    const tool = object.parent ? undefined : foreignBooks.get(last.toLowerCase());
    if (tool && !claimed?.has(object.address)) return `kept by ${tool}`;
    return undefined;
  };
}

/** Tells of a name whether one of these globs excludes it. */
export function nameTest(globs: readonly string[]): (name: string) => boolean {
  const tests = globs.map(globTest);
  return (name) => tests.some((test) => test(name));
}

/** Compiles a glob with `*` and `?`. */
function globTest(glob: string): (name: string) => boolean {
  const pattern = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const expression = new RegExp(`^${pattern}$`, 'isu');
  return (name) => expression.test(name);
}
