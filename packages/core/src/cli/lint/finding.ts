import type { HazardClass } from '../../contract/step.js';
import type { SyncError } from '../../errors.js';
import type { PlanHazard } from '../../plan/hazards.js';
import type { SourceWarning } from '../../source/compiled.js';

/** One thing that a check found, for programs that show such things beside the code. */
export interface Finding {
  /** A hazard's code, `warning` for what a source says, or an error's code. */
  readonly rule: string;
  readonly class?: HazardClass;
  /** Whether it makes the check fail. */
  readonly fails: boolean;
  readonly message: string;
  readonly hint?: string;
  /** `file:line` or `file:line:column`, or what was checked. */
  readonly at: string;
  /** The change that it is about. */
  readonly change?: string;
}

/** Hazards as findings, each at the place of its change; they fail where their class is asked for. */
export function hazardFindings(
  hazards: readonly PlanHazard[],
  placeOf: (change: string) => string,
  failing: ReadonlySet<HazardClass>,
): readonly Finding[] {
  return hazards.map(({ code, class: of, message, hint, change }) => ({
    rule: code,
    class: of,
    fails: failing.has(of),
    message,
    ...(hint !== undefined && { hint }),
    at: placeOf(change),
    change,
  }));
}

/** What a source warns of. */
export function warningFindings(warnings: readonly SourceWarning[]): readonly Finding[] {
  return warnings.map(({ at, message }) => ({ rule: 'warning', fails: false, message, at }));
}

/** What is wrong with a source, each failure by itself. */
export function errorFindings(error: SyncError, origin: string): readonly Finding[] {
  const failures = error.details?.failures;
  const all = (Array.isArray(failures) ? failures : [{ message: error.message, at: error.details?.at }]) as readonly {
    readonly message: string;
    readonly at?: unknown;
  }[];
  return all.map(({ message, at }) => {
    const place = typeof at === 'string' ? at : origin;
    return {
      rule: error.code,
      fails: true,
      message: message.startsWith(`${place}: `) ? message.slice(place.length + 2) : message,
      ...(error.hint !== undefined && { hint: error.hint }),
      at: place,
    };
  });
}
