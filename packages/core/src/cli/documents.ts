import type { Difference } from '../diff/difference.js';
import type { SyncError } from '../errors.js';
import { hazardsOf } from '../plan/hazards.js';
import type { Plan } from '../plan/plan-format.js';
import { tableTitle } from '../plan/seed-table.js';
import type { PendingSeed } from '../plan/seeds.js';
import type { Compiled } from '../source/compiled.js';

/** The head of every JSON document that a command prints. */
export function document<T extends object>(
  command: string,
  content: T,
): { readonly format: 1; readonly command: string } & T {
  return { format: 1, command, ...content };
}

/** A difference for programs. */
export function differenceDocument(difference: Difference) {
  const { changes, renames, suspects, unmade, base, goal } = difference;
  return { inSync: changes.length === 0, base: base.root, goal: goal.root, changes, renames, suspects, unmade };
}

/** The seed rows that are not held as they are written, for programs. */
export function seedDocument(seeds: readonly PendingSeed[]) {
  return seeds.map(({ rows, missing, ...seed }) => ({
    table: tableTitle(seed),
    missing,
    different: rows.length - missing,
  }));
}

/** A plan for programs, with the hazards of the way that it is to go gathered. */
export function planDocument(plan: Plan, way: 'up' | 'down' = 'up') {
  return { plan, hazards: hazardsOf(plan[way]) };
}

/** Why a run of a plan that is only shown would be refused, for programs. */
export function refusalDocument(refused: SyncError) {
  return { ...refused.toJSON(), exitCode: refused.exitCode };
}

/** One side of a difference for programs. */
export function sideDocument({ origin, catalogue, normalisedBy }: Compiled) {
  return { origin, root: catalogue.root, objects: catalogue.size, normalisedBy };
}
