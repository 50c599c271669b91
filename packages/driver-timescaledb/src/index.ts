export { timescaleDriver as default } from './driver.js';
