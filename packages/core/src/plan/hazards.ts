import type { Batch, Hazard, HazardClass } from '../contract/step.js';
import { counted } from '../model/counted.js';

/** A hazard with the step that it is on. */
export interface PlanHazard extends Hazard {
  readonly step: number;
  readonly change: string;
  /** Whether it stops a run that does not allow its class. */
  readonly gated: boolean;
}

/** The classes that need to be allowed: rows lost, clients kept waiting, access changed. */
export const gatedClasses: ReadonlySet<HazardClass> = new Set(['data-loss', 'blocks-reads', 'blocks-writes', 'access']);

/** All classes, in the order in which people worry about them. */
export const hazardClasses = Object.keys({
  'data-loss': true,
  access: true,
  'blocks-reads': true,
  'blocks-writes': true,
  correctness: true,
  rewrite: true,
  slow: true,
  locks: true,
} satisfies Record<HazardClass, true>) as readonly HazardClass[];

/** Those that somebody has to decide about: a lock for a moment is told where it is taken. */
export function weighty<H extends Pick<Hazard, 'class'>>(hazards: readonly H[]): readonly H[] {
  return hazards.filter((hazard) => hazard.class !== 'locks');
}

/** ` but 2 short locks`, behind words that say that there is nothing to decide about. */
export function shortLocks(hazards: readonly Pick<Hazard, 'class'>[]): string {
  const locks = hazards.length - weighty(hazards).length;
  return locks === 0 ? '' : ` but ${counted(locks, 'short lock')}`;
}

/** Every hazard of a way, in the order of its steps. */
export function hazardsOf(batches: readonly Batch[]): readonly PlanHazard[] {
  return batches.flatMap((batch) =>
    batch.steps.flatMap((step) =>
      step.hazards.map((hazard) => ({
        ...hazard,
        step: step.number,
        change: step.change,
        gated: gatedClasses.has(hazard.class),
      })),
    ),
  );
}
