import type { Server } from './contract/connection.js';
import type { Driver } from './contract/driver.js';
import type { Differ, Difference, DiffOptions } from './diff/difference.js';
import { derivedFor } from './engine-requests.js';
import type { DiffRequest } from './engine-types.js';
import { SyncError } from './errors.js';
import { bothShapes, type Expander } from './plan/both-shapes.js';
import type { PlanPhase } from './plan/phase.js';
import { unmadeInStep } from './plan/successions.js';
import type { Compiled } from './source/compiled.js';

/** What telling phases apart takes. */
export interface PhaseContext {
  readonly driver: Driver;
  readonly server: Server;
  readonly diff: Differ;
  readonly expand?: Expander | undefined;
  readonly goal: Compiled;
  readonly request: DiffRequest;
  /** How the difference was found. */
  readonly options: DiffOptions;
}

/** The part of a difference that is one of two phases; throws where the second is asked for and the first is not there. */
export function phaseOf(phase: PlanPhase, whole: Difference, context: PhaseContext): Difference {
  requirePhases(context);
  const expanding = expansionOf(whole, context);
  if (phase === 'expand') return expanding;
  const [missing] = expanding.changes;
  if (!missing) return { ...whole, unmade: unmadeInStep(whole, context.driver) };
  throw new SyncError({
    code: 'PLAN_IMPOSSIBLE',
    op: 'plan',
    message: `the new shape is not there yet beside the old one: ${missing.id} is missing${expanding.changes.length > 1 ? `, and ${expanding.changes.length - 1} more` : ''}`,
    hint: 'Run `sync --phase expand` first, deploy the clients of the new shape, then `--phase contract`.',
    details: { changes: expanding.changes.map(({ id }) => id) },
  });
}

/** A difference between any two states, its renames marked whose first phase is over: the column that goes is one that another has come in the place of, as it was declared. */
export function withSteps(whole: Difference, context: PhaseContext): Difference {
  if (!whole.unmade.some(({ reason }) => reason === 'occupied')) return whole;
  if (nextPhase(whole, context) !== 'contract') return whole;
  return { ...whole, unmade: unmadeInStep(whole, context.driver) };
}

/** Which phase comes next for a database that is not as desired; undefined where its change cannot be parted. */
export function nextPhase(whole: Difference, context: PhaseContext): PlanPhase | undefined {
  if (whole.changes.length === 0 || !hasPhases(context)) return undefined;
  try {
    const { changes, goal } = expansionOf(whole, context);
    // What breaks nobody needs no two phases.
    if (goal.root === whole.goal.root) return undefined;
    return changes.length > 0 ? 'expand' : 'contract';
  } catch (error) {
    if (error instanceof SyncError && (error.code === 'PLAN_IMPOSSIBLE' || error.code === 'RENAME_INVALID'))
      return undefined;
    throw error;
  }
}

function expansionOf(
  whole: Difference,
  { driver, server, diff, expand = bothShapes, goal, request, options }: PhaseContext,
) {
  const both = expand(whole, { driver, server, derived: derivedFor(goal, request) });
  return diff(whole.base, both, { ...options, hints: [] });
}

function hasPhases({ driver, expand }: PhaseContext): boolean {
  return expand !== undefined || driver.kinds.some(({ serveBoth }) => serveBoth);
}

function requirePhases(context: PhaseContext): void {
  if (hasPhases(context)) return;
  throw new SyncError({
    code: 'CAPABILITY_MISSING',
    op: 'plan',
    message: `the ${context.driver.name} driver knows no shape that serves old and new clients at once`,
    hint: 'Plan without --phase, or bring the change about in several desired states, one after the other.',
  });
}
