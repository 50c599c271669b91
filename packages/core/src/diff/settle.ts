import type { Driver } from '../contract/driver.js';
import { type Catalogue, createCatalogue } from '../model/catalogue.js';
import { kindOf } from './kinds.js';

/** A goal without what the other state, which has its renames made, says in another way. */
export function settle(goal: Catalogue, before: Catalogue, driver: Driver): Catalogue {
  if (driver.kinds.every((kind) => kind.settle === undefined)) return goal;
  let isOther = false;
  const settled = [...goal].flatMap((object) => {
    const kind = kindOf(driver, object.kind);
    const wanted = kind.settle ? kind.settle(object, before, goal) : object;
    isOther ||= wanted !== object;
    return wanted ?? [];
  });
  return isOther ? createCatalogue(settled) : goal;
}
