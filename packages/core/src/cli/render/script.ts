import type { Driver } from '../../contract/driver.js';
import type { Batch } from '../../contract/step.js';

/** Batches as a script that the engine's own client runs as it is. */
export function batchScript(batches: readonly Batch[], driver: Driver): string {
  const scripts = batches.map((batch) =>
    terminated(
      driver.dialect.script(
        batch.steps.flatMap((step) => step.sql),
        batch,
      ),
    ),
  );
  return scripts.join('\n');
}

/** Statements with their terminators, one after the other. */
export function terminated(statements: readonly string[]): string {
  return statements.map((statement) => `${statement};\n`).join('');
}
