import type { Driver } from '../contract/driver.js';
import { partsOf } from '../model/address.js';
import type { SchemaObject } from '../model/object.js';

/** What people call an object that is shown by itself: on engines with schemas inside their databases with what it lies in, where that does not go without saying. */
export function shownName({ address, name }: Pick<SchemaObject, 'address' | 'name'>, driver: Pick<Driver, 'schemaOf'>) {
  return driver.schemaOf ? [...partsOf(address).parts.slice(0, -1), name].join('.') : name;
}
