export { sqliteDriver as default } from './driver.js';
export type { SqliteOptions } from './options.js';
