export { driverOf } from './driver.js';
export type { Engine } from './engine.js';
export type { PostgresOptions } from './options.js';
