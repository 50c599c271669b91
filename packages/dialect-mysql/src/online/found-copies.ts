import { address, type Found, type Scope } from '@sync/core';
import type { ServerCatalogue } from '../read/read-catalogue.js';
import { copyNames, isScaffold } from './copy-names.js';
import { leftOfCopy } from './remove-copy.js';

/** What runs that were stopped left of copies of tables: the next plan takes it away. */
export function* foundCopies(catalogue: ServerCatalogue, scope: Scope): Generator<Found<never>> {
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
      sql: leftOfCopy(name).remove,
    };
    const reason = `it stands beside table ${name} while that is copied`;
    yield {
      scope,
      unmanaged: { kind: 'table', name: left, reason },
      leftover: { parent: address('table', name), removal },
    };
  }
}
