import type { HazardClass } from '../../contract/step.js';
import { exitCodes } from '../../errors.js';
import { gatedClasses, hazardClasses } from '../../plan/hazards.js';
import type { Finding } from './finding.js';
import type { Lint } from './flags.js';
import { junitReport } from './junit.js';
import { sarifDocument } from './sarif.js';

/** The classes of hazards for which the check fails. */
export function failing({ flags: given }: Lint): ReadonlySet<HazardClass> {
  const asked = given['fail-on'];
  const every = asked.includes('all');
  const gated = asked.includes('gated');
  return new Set(hazardClasses.filter((each) => every || asked.includes(each) || (gated && gatedClasses.has(each))));
}

/** How the check ends. */
export function exitCode(invocation: Lint, hazards: readonly { readonly class: HazardClass }[]): number {
  const classes = failing(invocation);
  return hazards.some((hazard) => classes.has(hazard.class)) ? exitCodes.integrity : exitCodes.ok;
}

/** Prints findings in the format for programs that was asked for. */
export function printFindings({ flags: given, terminal }: Lint, origin: string, findings: readonly Finding[]): void {
  if (given.format === 'sarif') terminal.json(sarifDocument(findings));
  else terminal.document(`${junitReport(origin, findings)}\n`);
}
