export { mysqlDriver as default } from './driver.js';
