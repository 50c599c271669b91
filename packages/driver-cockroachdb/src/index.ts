export type { PostgresOptions as CockroachOptions } from '@sync/wire-postgres';
export { cockroachDriver as default } from './driver.js';
