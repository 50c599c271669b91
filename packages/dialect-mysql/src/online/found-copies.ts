import { address, type Found, grouped, type Scope } from '@sync/core';
import type { Flavour } from '../flavour.js';
import { readForeignKeys } from '../kinds/table/read-foreign-keys.js';
import type { ServerCatalogue } from '../read/read-catalogue.js';
import { keyAgain } from './copy-keys.js';
import { copyNames, isOfProgram, isScaffold, isUnchecked, keyAside, keyOfAside } from './copy-names.js';
import { dropUnchecked } from './foreign-key-online.js';
import { dropped, leftOfCopy } from './remove-copy.js';

/** What runs that were stopped left of copies of tables: the next plan takes it away. */
export function* foundCopies(catalogue: ServerCatalogue, scope: Scope, flavour: Flavour): Generator<Found<never>> {
  // They lead to what is removed after them.
  yield* foundKeys(catalogue, scope, flavour);
  yield* foundUnchecked(catalogue, scope);
  const found = [...catalogue.rows('tables'), ...catalogue.rows('triggers'), ...catalogue.rows('routines')]
    .map(({ name }) => name)
    .filter(isScaffold);
  if (found.length === 0) return;
  const there = new Set(found);
  for (const { name, type } of catalogue.rows('tables')) {
    if (type !== 'BASE TABLE' || isScaffold(name)) continue;
    const { copy, old, procedure, triggers } = copyNames(name);
    const left = [copy, old, procedure, ...Object.values(triggers)].find((each) => there.has(each));
    if (left === undefined) continue;
    const removal = {
      summary: `remove what a copy of table ${name} has left that was not finished`,
      sql: leftOfCopy(
        name,
        catalogue
          .where('triggers', 'table', name)
          .filter(isOfProgram)
          .map((trigger) => trigger.name),
      ).remove,
      settings: { 'mysql/foreign_key_checks': 0 },
    };
    const reason = `it stands beside table ${name} while that is copied`;
    yield {
      scope,
      unmanaged: { kind: 'table', name: left, reason },
      leftover: { parent: address('table', name), removal },
    };
  }
}

/** Foreign keys that go by another name, and lead to a copy or to what has become of one. */
function* foundKeys(catalogue: ServerCatalogue, scope: Scope, flavour: Flavour): Generator<Found<never>> {
  const asides = catalogue.rows('foreignKeys').flatMap(({ table, name }) => {
    const own = keyOfAside(name);
    return own === undefined || isScaffold(table) ? [] : [{ table, own }];
  });
  const tables = new Set(catalogue.rows('tables').map(({ name }) => name));
  for (const [table, all] of grouped(asides, (each) => each.table)) {
    const { old } = copyNames(table);
    // What the copy has taken the place of still has the names.
    const first = tables.has(old) ? [dropped(old)] : [];
    const names = new Set(all.map(({ own }) => own));
    for (const key of readForeignKeys(table, catalogue, flavour)) {
      if (!names.has(key.name)) continue;
      const again = keyAgain({ table, key }, flavour);
      const reason = `foreign key ${key.name} of table ${table} goes by it while a table is copied`;
      yield {
        scope,
        unmanaged: { kind: 'table', name: keyAside(key.name), reason },
        leftover: { parent: address('table', table), removal: { ...again, sql: [...first, ...again.sql] } },
      };
    }
  }
}

/** Foreign keys of which nobody knows whether the rows hold to them. */
function* foundUnchecked(catalogue: ServerCatalogue, scope: Scope): Generator<Found<never>> {
  for (const { table, name } of catalogue.rows('foreignKeys')) {
    if (!isUnchecked(name) || isScaffold(table)) continue;
    const reason = `it is a foreign key of table ${table} that a plan has not checked to its end`;
    yield {
      scope,
      unmanaged: { kind: 'part', name, in: table, reason },
      leftover: { parent: address('table', table), removal: dropUnchecked(table, name) },
    };
  }
}
