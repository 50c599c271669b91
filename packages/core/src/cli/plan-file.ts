import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plan } from '../plan/plan-format.js';
import { readPlan } from '../plan/read-plan.js';
import { readGiven } from './write-file.js';

/** Reads a plan from a file: as `plan -o` writes it, or the document that `plan --format json` prints. */
export async function readPlanFile(file: string, directory: string): Promise<Plan> {
  const path = resolve(directory, file);
  const isPiped = statSync(path, { throwIfNoEntry: false })?.isFile() === false;
  const text = unwrapped(await readGiven(path, 'plan'));
  return isPiped ? readPlan(text, `what came through ${file}`, piped) : readPlan(text, file);
}

const piped =
  'Run by itself what writes into the pipe, and see how it ends: `schema-sync plan --format json` writes a plan on its stdout where it ends well, and says on stderr why it does not.';

function unwrapped(text: string): string {
  try {
    const value = JSON.parse(text) as { readonly command?: unknown; readonly plan?: unknown } | null;
    return value?.command === 'plan' && value.plan !== undefined ? JSON.stringify(value.plan) : text;
  } catch {
    // readPlan says what is wrong with it.
    return text;
  }
}
