export { cassandraDialect } from './dialect.js';
export { cassandraDriver as default } from './driver.js';
export type { CassandraOptions } from './options.js';
