import type { Driver } from '../contract/driver.js';
import type { Unmanaged } from '../contract/kind.js';
import { type Address, partsOf } from '../model/address.js';
import { globTest } from '../model/glob.js';
import type { SchemaObject } from '../model/object.js';
import { shapedBook } from './shaped-books.js';

/** Whose an object is: everything that nothing here excludes is managed. */
export interface Ownership {
  /**
   * Globs over names, and over addresses where they hold a colon; what matches is not managed, and carried through as it is. One that begins with `=` is an address to the
   * letter: `=table:Users` leaves `table:users` managed.
   */
  readonly exclude?: readonly string[];
  /** Told of each of these globs that meets something, as often as it does. */
  readonly onExcluded?: (glob: string) => void;
  /** The schemas inside the database that are managed, on engines that have such. Default: all. */
  readonly schemas?: readonly string[] | undefined;
  /** Told of each schema that something lies in, managed or not, as often as it does. */
  readonly onSchema?: (schema: string) => void;
  /** Opt-in parts: `grants`, `owners`, `column-order`. */
  readonly with?: readonly string[];
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
  ['typeorm_metadata', 'TypeORM'],
  ['mikro_orm_migrations', 'MikroORM'],
  ['phinxlog', 'Phinx'],
  ['doctrine_migration_versions', 'Doctrine'],
  ['kysely_migration', 'Kysely'],
  ['kysely_migration_lock', 'Kysely'],
  ['seaql_migrations', 'SeaORM'],
  ['_sqlx_migrations', 'SQLx'],
  ['__diesel_schema_migrations', 'Diesel'],
  ['refinery_schema_history', 'Refinery'],
  ['__efmigrationshistory', 'Entity Framework'],
  ['pgmigrations', 'node-pg-migrate'],
  ['bun_migrations', 'Bun'],
  ['bun_migration_locks', 'Bun'],
  ['migratehistory', 'Peewee'],
  ['_yoyo_migration', 'yoyo'],
  ['_yoyo_log', 'yoyo'],
  ['_yoyo_version', 'yoyo'],
]);

const ours = /^_schema_sync(_|$)/;

/** Whether an object is one in which schema-sync itself keeps its books. */
export function isOurs(address: Address): boolean {
  return ours.test(partsOf(address).parts.at(-1) ?? '');
}

/** Whether an object is a table in which a migration tool keeps its books, this one included. */
export function isBook(object: SchemaObject, driver: Pick<Driver, 'kinds'>): boolean {
  const last = partsOf(object.address).parts.at(-1) ?? '';
  return ours.test(last) || bookOf(object, last, driver) !== undefined;
}

function bookOf(object: SchemaObject, last: string, driver: Pick<Driver, 'kinds'>): string | undefined {
  if (object.parent !== undefined) return undefined;
  return foreignBooks.get(last.toLowerCase()) ?? shapedBook(object, last, driver);
}

/** Gives, for an object, the reason why it is left alone, or undefined where it is managed. */
export function ownedBy(
  ownership: Ownership,
  driver: Pick<Driver, 'schemaOf' | 'dialect' | 'kinds'>,
): (object: SchemaObject) => string | undefined {
  const { schemas, claimed, onSchema } = ownership;
  const managed = schemas && new Set(schemas.map((name) => driver.dialect.fold(name)));
  const excludes = excluder(ownership);
  const optional = new Map(
    driver.kinds.flatMap(({ kind, optIn }) =>
      optIn && !ownership.with?.includes(optIn.part) ? [[kind, optIn.reason] as const] : [],
    ),
  );
  return (object) => {
    const { parts } = partsOf(object.address);
    const last = parts.at(-1) ?? '';
    if (ours.test(last)) return 'kept by schema-sync itself';
    const schema = managed && driver.schemaOf?.(object);
    if (schema !== undefined) onSchema?.(schema);
    if (schema !== undefined && !managed?.has(driver.dialect.fold(schema)))
      return `the schema ${schema} is not managed`;
    const glob = excludes.object(object.address);
    if (glob !== undefined) return `excluded by ${glob}`;
    const reason = optional.get(object.kind);
    // Where there is no desired state, all that is there is of interest.
    if (reason !== undefined && claimed && !claimed.has(object.address)) return reason;
    const tool = bookOf(object, last, driver);
    if (tool && !claimed?.has(object.address)) return `kept by ${tool}`;
    return undefined;
  };
}

/** An object as one that is left alone, for this reason. */
export function unmanagedObject({ kind, name, address }: SchemaObject, reason: string): Unmanaged {
  const around = partsOf(address).parts.slice(0, -1);
  return { kind, name, ...(around.length > 0 && { in: around.join('.') }), reason };
}

/** Finds the first glob that excludes something with these names, or an object; undefined where none does. */
export interface Excluder {
  (...names: readonly string[]): string | undefined;
  object(address: Address): string | undefined;
}

export function excluder({ exclude = [], onExcluded }: Pick<Ownership, 'exclude' | 'onExcluded'>): Excluder {
  const exact = new Map(exclude.flatMap((glob) => (glob.startsWith('=') ? [[glob.slice(1), glob] as const] : [])));
  const globs = exclude
    .filter((glob) => !glob.startsWith('='))
    .map((glob) => ({ glob, isExact: glob.includes(':'), test: globTest(glob, { anyCase: true }) }));
  const first = (met: readonly { readonly glob: string }[]) => {
    for (const { glob } of met) onExcluded?.(glob);
    return met[0]?.glob;
  };
  const byNames = (...names: readonly string[]) => first(globs.filter(({ test }) => names.some((name) => test(name))));
  const object = (address: Address) => {
    const { parts } = partsOf(address);
    const names = [parts.at(-1) ?? '', parts.join('.')];
    const own = exact.get(address);
    if (own !== undefined) return first([{ glob: own }]);
    // One that holds a colon may tell apart what has the same name: `table:users`.
    return first(globs.filter(({ isExact, test }) => names.some((name) => test(name)) || (isExact && test(address))));
  };
  return Object.assign(byNames, { object });
}
