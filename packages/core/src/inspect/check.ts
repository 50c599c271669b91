import type { Connection } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import type { Flaw } from '../contract/flaw.js';
import { throwIfAborted } from '../errors.js';
import type { Address } from '../model/address.js';
import type { Catalogue } from '../model/catalogue.js';
import { grouped } from '../model/grouped.js';

/** Asks each kind what of a state does not hold. The connection is to a scratch database that holds it. */
export async function check(
  scratch: Connection,
  driver: Driver,
  catalogue: Catalogue,
  signal?: AbortSignal,
): Promise<readonly Flaw[]> {
  const byKind = grouped(catalogue, ({ kind }) => kind);
  const flaws = [...seenFlaws(driver, catalogue)];
  const context = { session: scratch, server: scratch.server, catalogue };
  for (const kind of driver.kinds) {
    throwIfAborted(signal, 'check');
    const objects = byKind.get(kind.kind);
    if (!objects || !kind.check) continue;
    for await (const flaw of kind.check(objects, context)) flaws.push(flaw);
  }
  return withoutConsequences(flaws, catalogue);
}

/** What of a state does not hold as far as its kinds can tell from what was read of it. */
export function seenFlaws(driver: Driver, catalogue: Catalogue): readonly Flaw[] {
  if (!driver.kinds.some(({ flawsIn }) => flawsIn)) return [];
  const byKind = grouped(catalogue, ({ kind }) => kind);
  return driver.kinds.flatMap((kind) => Array.from(kind.flawsIn?.(byKind.get(kind.kind) ?? [], catalogue) ?? []));
}

/** What fails only because something that it needs fails in the same way is no flaw of its own. */
function withoutConsequences(flaws: readonly Flaw[], catalogue: Catalogue): readonly Flaw[] {
  const messages = new Map<Address, Set<string>>();
  for (const { address, message } of flaws) messages.set(address, (messages.get(address) ?? new Set()).add(message));
  return flaws.filter(({ address, message }) => {
    const object = catalogue.get(address);
    const bases = object ? [...object.needs, ...(object.parent ? [object.parent] : [])] : [];
    return !bases.some((need) => need !== address && messages.get(need)?.has(message));
  });
}
