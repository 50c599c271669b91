export { driverOf } from './driver.js';
export type { MysqlOptions } from './options.js';
export type { SslMode } from './tls-options.js';
