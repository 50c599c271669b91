import { type Address, append, type Catalogue, type Ref, type RenderContext, type SchemaObject } from '@sync/core';
import { partAddresses } from './part-addresses.js';

const owners = new WeakMap<Catalogue, ReadonlyMap<Address, readonly Address[]>>();

/** What has to go before an index is made: an index, or a key, with a part of its name, which goes along with it. */
export function afterParts(index: SchemaObject, { base, change }: RenderContext): readonly Ref[] {
  return (ownersIn(base).get(index.address) ?? []).flatMap((owner): readonly Ref[] => {
    const verb = change(owner)?.verb;
    return verb === 'drop' || verb === 'replace' ? [{ verb: 'drop', address: owner }] : [];
  });
}

/** The indexes and keys of partitioned tables, by where their parts lie. */
function ownersIn(base: Catalogue): ReadonlyMap<Address, readonly Address[]> {
  const known = owners.get(base);
  if (known) return known;
  const found = new Map<Address, Address[]>();
  for (const owner of base) for (const at of partAddresses(owner)) append(found, at, owner.address);
  owners.set(base, found);
  return found;
}
