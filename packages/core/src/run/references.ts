import type { Driver } from '../contract/driver.js';
import { kindOf } from '../diff/kinds.js';
import type { Address } from '../model/address.js';
import { append } from '../model/append.js';
import type { Catalogue } from '../model/catalogue.js';

const none: readonly Address[] = [];

/** Which objects refer to which by foreign keys: an engine that checks these only when rows change does not call them needs. */
export class References {
  private readonly forth = new Map<Address, Address[]>();
  private readonly back = new Map<Address, Address[]>();

  constructor(states: readonly Catalogue[], driver: Driver) {
    for (const catalogue of states) this.read(catalogue, driver);
  }

  from(address: Address): readonly Address[] {
    return this.forth.get(address) ?? none;
  }

  to(address: Address): readonly Address[] {
    return this.back.get(address) ?? none;
  }

  private read(catalogue: Catalogue, driver: Driver): void {
    const { fold } = driver.dialect;
    const named = new Map<string, Address>();
    const pairs: (readonly [Address, string])[] = [];
    for (const object of catalogue) {
      const relation = kindOf(driver, object.kind).relation?.(object);
      if (!relation) continue;
      named.set(fold(relation.name), object.address);
      for (const { references } of relation.foreignKeys) pairs.push([object.address, fold(references.table)]);
    }
    for (const [from, name] of pairs) {
      const to = named.get(name);
      if (to === undefined) continue;
      append(this.forth, from, to);
      append(this.back, to, from);
    }
  }
}
