export { postgresDriver as default } from './driver.js';
export type { PostgresOptions } from './options.js';
