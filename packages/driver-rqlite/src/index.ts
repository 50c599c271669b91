export { rqliteDriver as default } from './driver.js';
export type { RqliteOptions } from './options.js';
