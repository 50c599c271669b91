import type { Driver } from '../contract/driver.js';
import { SyncError } from '../errors.js';
import { byCodeUnit } from '../model/address.js';
import type { Catalogue } from '../model/catalogue.js';

/** The schemas inside a database that a user may ask for. */
export type SchemaChoice = readonly string[] | 'all' | undefined;

/**
 * The schemas that are managed, or undefined for all of them: those that were asked for, or else those that the desired state names. Engines without schemas inside
 * their databases cannot be asked.
 */
export function managedSchemas(choice: SchemaChoice, driver: Driver, goal?: Catalogue): readonly string[] | undefined {
  if (choice === 'all') return undefined;
  const { schemaOf } = driver;
  if (!schemaOf) {
    if (choice === undefined || choice.length === 0) return undefined;
    throw noSchemas(driver);
  }
  if (choice && choice.length > 0) return choice;
  if (!goal) return undefined;
  const named = Array.from(goal, (object) => schemaOf(object)).filter((name) => name !== undefined);
  return [...new Set(named)].sort(byCodeUnit);
}

function noSchemas({ name, protocols: [protocol] }: Driver): SyncError {
  return new SyncError({
    code: 'CAPABILITY_MISSING',
    op: 'cli',
    message: `a database of ${name} has no schemas inside it: all of it is managed`,
    hint: `Leave out --schema. To leave some of it alone, use --exclude 'GLOB' once for each kind of name; to work on another database, use --url ${protocol}:….`,
  });
}
