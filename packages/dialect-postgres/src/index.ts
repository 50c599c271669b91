export { postgresDialect } from './dialect.js';
export { postgresDocuments } from './documents/documents.js';
export type { PostgresEngine } from './documents/frame.js';
export { parseVersion, postgresFeatures } from './features.js';
export { sizesOf } from './online/sizes.js';
export { postgresKinds } from './postgres-kinds.js';
export { schemaOf } from './schema-of.js';
export { serverSetting } from './settings.js';
export { quoteName, quotePath } from './text/names.js';
