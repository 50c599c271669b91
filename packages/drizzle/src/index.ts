export { drizzleReader as default, drizzleReader } from './read/drizzle-reader.js';
export { type DeclaredSchema, schemaReader } from './read/schema-reader.js';
export type { JournalEntry, MigrationRow } from './runtime/book-format.js';
export type { DestructiveChange, RowsInTheWay } from './runtime/guard.js';
export type { MigrationResult } from './runtime/migrate.js';
export { migrateOnOpen, type OpenMigrated } from './runtime/migrate-on-open.js';
export { namespaceOf } from './runtime/namespace.js';
export type {
  CallOptions,
  DrizzleKitFolder,
  LossOptions,
  MigrateOptions,
  PluginSchema,
  RuntimeMigratorOptions,
  SyncTarget,
} from './runtime/options.js';
export type { Plugin } from './runtime/order-plugins.js';
export { type HistoryItem, type PluginStatus, RuntimeMigrator } from './runtime/runtime-migrator.js';
export type { Casing } from './sql/language.js';
