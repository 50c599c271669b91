export type { PostgresOptions } from '@sync/wire-postgres';
export { postgresDriver as default } from './driver.js';
