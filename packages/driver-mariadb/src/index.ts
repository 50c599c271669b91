export { mariadbDriver as default } from './driver.js';
