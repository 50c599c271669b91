import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Plan } from '../plan/plan-format.js';
import { readPlan } from '../plan/read-plan.js';
import type { World } from './world.js';
import { readGiven } from './write-file.js';

/** Reads a plan from a file, or from `-`, the standard input: as `plan -o` writes it, or the document that `plan --format json` prints. */
export async function readPlanFile(
  file: string,
  { directory, input }: Pick<World, 'directory' | 'input'>,
): Promise<Plan> {
  if (file === '-') return readPlan(unwrapped(await text(input)), 'what came through standard input', piped);
  const path = resolve(directory, file);
  const isPiped = statSync(path, { throwIfNoEntry: false })?.isFile() === false;
  const given = unwrapped(await readGiven(path, 'plan'));
  return isPiped ? readPlan(given, `what came through ${file}`, piped) : readPlan(given, file);
}

const piped =
  'Run by itself what writes into the pipe, and see how it ends: `schema-sync plan --format json` writes a plan on its stdout where it ends well, and says on stderr why it does not.';

function unwrapped(given: string): string {
  try {
    const value = JSON.parse(given) as { readonly command?: unknown; readonly plan?: unknown } | null;
    return value?.command === 'plan' && value.plan !== undefined ? JSON.stringify(value.plan) : given;
  } catch {
    // readPlan says what is wrong with it.
    return given;
  }
}
