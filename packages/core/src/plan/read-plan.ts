import { SyncError } from '../errors.js';
import { isTooDeep } from '../model/json.js';
import { sealPlan } from './plan.js';
import type { Plan } from './plan-format.js';

const again =
  'Make the plan again with `schema-sync plan`. A plan is reviewed, not edited: change the desired state instead.';

/** Reads a plan. One that was damaged or edited after it was made is refused, with what the reader can do where it came from; if nothing is said of that, it is made again. */
export function readPlan(text: string, origin: string, hint: string = again): Plan {
  const corrupt = (message: string, cause?: unknown) =>
    new SyncError({
      code: 'PLAN_CORRUPT',
      op: 'plan.read',
      message: `${origin} ${message}`,
      hint,
      ...(cause !== undefined && { cause }),
    });
  if (text.trim() === '') throw corrupt('is empty');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw corrupt('is not JSON', cause);
  }
  if (!looksLikePlan(value) || isTooDeep(value)) throw corrupt('is not a schema-sync plan of format 1');
  const { id, ...content } = value;
  if (sealPlan(content).id !== id)
    throw corrupt('does not match its own hash: it was edited or damaged after it was made');
  return value;
}

function looksLikePlan(value: unknown): value is Plan {
  const plan = value as Partial<Plan> | null;
  return (
    typeof plan === 'object' &&
    plan !== null &&
    plan.format === 1 &&
    typeof plan.id === 'string' &&
    typeof plan.driver === 'string' &&
    typeof plan.base?.root === 'string' &&
    typeof plan.goal?.root === 'string' &&
    Array.isArray(plan.changes) &&
    Array.isArray(plan.up) &&
    Array.isArray(plan.down)
  );
}
