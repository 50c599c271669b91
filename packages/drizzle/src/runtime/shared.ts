import { isDeepStrictEqual } from 'node:util';
import { type Address, address, type Catalogue } from '@sync/core';
import { enumsOf } from '../postgres/postgres-core.js';
import type { Declared } from './declared.js';
import { migratorError } from './errors.js';
import { homeOfPlugin, isShareable, type Neighbours } from './homes-of.js';

/**
 * What of that which a plugin shares with others is to change: only where all of them say so, which is known of those that were handed over to the same migrator. Else one would
 * change under the others what they declare otherwise.
 */
export function changedTogether(
  { plugin }: Declared,
  own: Catalogue,
  found: Catalogue,
  owners: ReadonlyMap<Address, readonly string[]>,
  neighbours: Neighbours,
): readonly Address[] {
  return Array.from(own).flatMap(({ address: at, spec }) => {
    const others = owners.get(at) ?? [];
    const there = found.get(at);
    if (others.length === 0 || !isShareable(at) || (there && isDeepStrictEqual(there.spec, spec))) return [];
    const labels = labelsOf(plugin, neighbours).get(at);
    const otherwise = others.filter((other) => !isDeepStrictEqual(labelsOf(other, neighbours).get(at), labels));
    // What somebody took away is made again.
    if (there && labels && otherwise.length > 0) throw notAgreed(plugin, at, otherwise);
    return [at];
  });
}

/** The enums of a plugin that was handed over, with their labels. */
function labelsOf(plugin: string, neighbours: Neighbours): ReadonlyMap<Address, readonly string[]> {
  const declared = neighbours.declaredBy.get(plugin);
  const home = homeOfPlugin(plugin, neighbours);
  const named = enumsOf(declared?.own ?? []).map(({ value }) => {
    const schema = value.schema ?? home;
    const at =
      schema === undefined || schema === 'public'
        ? address('postgres/enum', value.enumName)
        : address('postgres/enum', schema, value.enumName);
    return [at, value.enumValues] as const;
  });
  return new Map(named);
}

function notAgreed(plugin: string, at: Address, others: readonly string[]) {
  return migratorError(
    'USAGE',
    `${at} is that of ${others.join(', ')}, too, and declared otherwise there`,
    'Nothing was touched. Declare it alike in all of them and give them to migrateAll together, or give each a type of its own.',
    { plugin, object: at, others },
  );
}
