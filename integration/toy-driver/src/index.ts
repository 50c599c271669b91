export { createToyDriver, toyDriver as default } from './driver.js';
