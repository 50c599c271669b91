import type { Session } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import type { Difference } from '../diff/difference.js';
import { type Address, byCodeUnit } from '../model/address.js';
import type { Plan, PlannedOnline } from './plan-format.js';
import { addressesOf } from './standing.js';

/** Which tables are changed online: all of them, none, or those that hold at least so many rows by the server's own estimate. */
export type OnlineChoice = 'always' | 'never' | { readonly fromRows: number };

/** From how many rows on a table is changed online where nobody says otherwise. */
export const defaultOnline: OnlineChoice = { fromRows: 100_000 };

/** What of a plan is changed online, and why. */
export interface OnlineTables {
  /** What is changed so, by its addresses in both states. */
  readonly addresses: ReadonlySet<Address>;
  /** What the plan says of it. */
  readonly told?: PlannedOnline;
}

const none: OnlineTables = { addresses: new Set() };

/** What of both states is to be changed online, as the user chose. The server is asked at most once, about what the changes have to do with. */
export async function onlineTables(
  choice: OnlineChoice,
  difference: Difference,
  driver: Driver,
  session: Session,
): Promise<OnlineTables> {
  const { base, goal } = difference.whole;
  if (choice === 'never' || difference.changes.length === 0) return none;
  if (choice === 'always') {
    return {
      addresses: new Set([...base, ...goal].map(({ address }) => address)),
      ...(driver.sizes && { told: { asked: true } }),
    };
  }
  const involved = involvedIn(difference);
  if (!driver.sizes || involved.length === 0) return none;
  const sizes = await driver.sizes(session, involved);
  const large = involved.flatMap((address) => {
    const rows = sizes.get(address) ?? 0;
    return rows >= choice.fromRows ? [{ address, rows: roughly(rows) }] : [];
  });
  if (large.length === 0) return none;
  return {
    addresses: new Set(large.flatMap(({ address }) => [address, difference.moved.get(address) ?? address])),
    told: { fromRows: choice.fromRows, large: large.sort((a, b) => byCodeUnit(a.address, b.address)) },
  };
}

/** To two figures: an estimate is no count, and the same plan is made again while rows come and go. */
function roughly(rows: number): number {
  return Number(rows.toPrecision(2));
}

/** Whether an address means something that is there already, on this way between two states, and that is to be changed online. */
export function onlineOn(difference: Difference, online: ReadonlySet<Address>): (address: Address) => boolean {
  const { base } = difference.whole;
  return (address) => online.has(address) && base.has(difference.origins.get(address) ?? address);
}

/** Whatever the changes are about that is there: itself, what it lies in, what it needs. */
function involvedIn({ changes, whole: { base } }: Difference): readonly Address[] {
  const found = new Set(addressesOf(changes));
  for (const change of changes) {
    for (const side of ['from', 'to'] as const) {
      const object = side === 'from' ? 'from' in change && change.from : 'to' in change && change.to;
      if (!object) continue;
      for (const need of object.parent ? [object.parent, ...object.needs] : object.needs) found.add(need);
    }
  }
  return [...found].filter((address) => base.has(address));
}

/** What a plan in another's place is to do online. */
export function onlineAgain({ online }: Pick<Plan, 'online'>): OnlineChoice {
  if (online?.asked) return 'always';
  return online?.fromRows === undefined ? defaultOnline : { fromRows: online.fromRows };
}
