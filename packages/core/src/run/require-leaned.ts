import type { Driver } from '../contract/driver.js';
import type { Difference } from '../diff/difference.js';
import { SyncError } from '../errors.js';
import type { Compiled, LocatedFlaw } from '../source/compiled.js';
import { locate } from '../source/flaws.js';
import { leaningOn } from '../source/leaning.js';
import { leftOut } from '../source/left-out.js';

/** Refuses to make what needs something that is excluded and that the database does not have either. */
export function requireLeaned(
  goal: Compiled,
  difference: Difference,
  present: ReadonlySet<string>,
  exclusion: Parameters<typeof leftOut>[1],
  driver: Driver,
): void {
  const made = new Set(difference.changes.flatMap(({ verb, address }) => (verb === 'drop' ? [] : [address])));
  const leaning =
    goal.leaning ??
    locate(leaningOn(goal.catalogue, leftOut(goal, exclusion), driver), goal.catalogue, driver, [], goal.origin);
  const lines = leaning.flatMap((flaw) => {
    const absent = (flaw.missing ?? []).filter((name) => !present.has(name));
    return made.has(flaw.address) && absent.length > 0 ? [lineOf(flaw, absent)] : [];
  });
  if (lines.length === 0) return;
  throw new SyncError({
    code: 'PLAN_IMPOSSIBLE',
    op: 'plan',
    message: lines.join('\n  '),
    hint: 'Let what is needed be managed: exclude it no more. Or see to it that the database has it first.',
    details: { addresses: leaning.map(({ address }) => address) },
  });
}

function lineOf({ at, of }: LocatedFlaw, absent: readonly string[]): string {
  const are = absent.length === 1 ? 'is' : 'are';
  return `${at}: the ${of} needs ${absent.join(', ')}, which ${are} excluded and ${are} not in the database`;
}
