export { driverOf } from './driver.js';
export type { MysqlOptions, SslMode } from './options.js';
