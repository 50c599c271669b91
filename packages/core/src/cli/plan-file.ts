import { resolve } from 'node:path';
import type { Plan } from '../plan/plan-format.js';
import { readPlan } from '../plan/read-plan.js';
import { readGiven } from './write-file.js';

/** Reads a plan from a file: as `plan -o` writes it, or the document that `plan --format json` prints. */
export async function readPlanFile(file: string, directory: string): Promise<Plan> {
  const text = await readGiven(resolve(directory, file), 'plan');
  return readPlan(unwrapped(text), file);
}

function unwrapped(text: string): string {
  try {
    const value = JSON.parse(text) as { readonly command?: unknown; readonly plan?: unknown } | null;
    return value?.command === 'plan' && value.plan !== undefined ? JSON.stringify(value.plan) : text;
  } catch {
    // readPlan says what is wrong with it.
    return text;
  }
}
