export { drizzleReader as default, drizzleReader } from './read/drizzle-reader.js';
export { type DeclaredSchema, schemaReader } from './read/schema-reader.js';
export type { Casing } from './sql/language.js';
