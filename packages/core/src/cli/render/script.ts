import type { Dialect } from '../../contract/dialect.js';
import type { Driver } from '../../contract/driver.js';
import type { Batch } from '../../contract/step.js';
import { hazardsOf } from '../../plan/hazards.js';
import type { Plan } from '../../plan/plan-format.js';
import { visible } from '../visible.js';

/** The way up of a plan as a script, under comments that say for which server it is and what it endangers: nobody else will ask before it runs. */
export function planScript({ server, up }: Plan, driver: Driver): string {
  if (up.length === 0) return '';
  const hazards = hazardsOf(up).map((hazard) => {
    const gate = hazard.gated ? `, elsewhere only with --allow ${hazard.class}` : '';
    return `-- ! ${hazard.class}: ${visible(hazard.message)} (${hazard.code}${gate})\n`;
  });
  return `-- for ${server.product} ${server.version}\n${hazards.join('')}${batchScript(up, driver)}`;
}

/** Batches as a script that the engine's own client runs as it is. */
function batchScript(batches: readonly Batch[], driver: Driver): string {
  const scripts = batches.map((batch) =>
    terminated(
      driver.dialect.script(
        batch.steps.flatMap((step) => step.sql),
        batch,
      ),
      driver.dialect,
    ),
  );
  return scripts.join('\n');
}

/** Statements with their terminators, one after the other. */
export function terminated(statements: readonly string[], { terminate }: Dialect): string {
  return statements.map((statement) => `${terminate?.(statement) ?? `${statement};`}\n`).join('');
}
