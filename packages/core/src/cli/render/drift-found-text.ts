import type { Driver } from '../../contract/driver.js';
import type { DriftFound } from '../../engine-types.js';
import { driftText } from '../../run/drift-text.js';
import type { Paint } from '../paint.js';
import { visible, visibleText } from '../visible.js';
import { differenceText } from './difference-text.js';
import { type Traced, traceLines } from './trace-text.js';

/** What changed since a run, or that nothing did. */
export function driftFoundText(
  found: DriftFound,
  {
    label,
    driver,
    paint,
    columns,
    traced = [found],
  }: { label: string; driver: Driver; paint: Paint; columns: number; traced?: readonly Traced[] },
): string {
  const since = sinceText(found);
  const notes = found.unfinished
    ? [
        paint.yellow(
          `! run ${visible(found.unfinished.run.slice(0, 8))} began since and did not come to its end: what it did is among this`,
        ),
      ]
    : [];
  if (!found.drifted)
    return [`${paint.green('✓')} ${visible(label)} is as ${visible(since)} left it`, ...notes].join('\n');
  const changes = found.difference
    ? differenceText(found.difference, { from: since, to: label }, driver, paint, { columns })
    : `${paint.dim(visible(since))} → ${paint.dim(visible(label))}\n${visibleText(listed(found, driver))}`;
  return [changes, ...traced.flatMap((each) => traceLines(each, { ...found, driver, paint })), ...notes].join('\n\n');
}

/** Where the state is not known whole, what changed is told without what it was. */
function listed({ objects, inspection }: DriftFound, driver: Driver): string {
  return driftText(objects, { driver, server: inspection.server, inspection, changes: [] });
}

/** `run 01234567 (2026-01-31 12:00:00Z, me@laptop)`. */
function sinceText({ since: { run, startedAt, finishedAt = startedAt, user, host } }: DriftFound): string {
  const at = finishedAt.replace('T', ' ').replace(/\.\d+Z$/, 'Z');
  return `run ${run.slice(0, 8)} (${at}, ${user}@${host})`;
}
