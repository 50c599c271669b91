import type { Paint } from '../paint.js';
import type { Elapsed, Waiting } from '../stopwatch.js';
import { duration } from './titles.js';

const names: Readonly<Record<Waiting, string>> = {
  start: 'starting',
  compile: 'building the desired state',
  inspect: 'reading the database',
  plan: 'comparing and planning',
  prove: 'proving',
  'check-data': 'looking for rows in the way',
  lock: 'waiting for the lock',
  apply: 'applying',
  verify: 'reading the database again',
};

/** What the time went into: `12.7 s in all: reading the database 1.1 s, proving 2.4 s, …`. What took no time to speak of is left out. */
export function elapsedText({ totalMs, phases }: Elapsed, paint: Paint): string {
  const parts = (Object.keys(names) as Waiting[])
    .map((phase) => [phase, phases[phase] ?? 0] as const)
    .filter(([, ms]) => ms >= 50 && ms >= totalMs / 50)
    .map(([phase, ms]) => `${names[phase]} ${duration(ms)}`);
  return paint.dim(`${duration(totalMs)} in all${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`);
}
