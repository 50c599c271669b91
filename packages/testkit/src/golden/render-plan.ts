import type { Batch, Change, Delta, Json, Plan, Statement, Step, Unmanaged } from '@sync/core';

/**
 * Writes a plan as a file of SQL that a person reviews: the changes with their deltas, then each step with its hazards and statements, then the way back. The
 * same plan gives the same text; nothing in it depends on when or where it was made.
 */
export function renderPlan(plan: Plan, unmanaged: readonly Unmanaged[] = []): string {
  const lines = [
    ...changeLines(plan.changes),
    ...unmanaged.map(({ kind, name, reason }) => `-- left alone: ${kind} ${comment(name)}: ${reason}`).sort(),
  ];
  if (plan.up.length > 0) {
    lines.push('', '-- ==== up ====', ...plan.up.flatMap(batchLines));
    if (plan.irreversible.length > 0) lines.push('', '-- The way down does not bring back:');
    lines.push(...plan.irreversible.map(({ change, reason }) => `--   ${change}: ${comment(reason)}`));
    lines.push('', '-- ==== down ====', ...plan.down.flatMap(batchLines));
  }
  return `${lines.join('\n')}\n`;
}

function changeLines(changes: readonly Change[]): readonly string[] {
  if (changes.length === 0) return ['-- nothing to do'];
  return changes.flatMap((change) => [`-- ${comment(change.id)}${aside(change)}`, ...deltasOf(change).map(deltaLine)]);
}

function aside(change: Change): string {
  if (change.verb === 'replace') return `: ${comment(change.because)}`;
  return change.verb === 'rename' ? ` from ${comment(change.from.address)}` : '';
}

function deltasOf(change: Change): readonly Delta[] {
  return change.verb === 'alter' ? change.deltas : [];
}

function deltaLine({ type, path, from, to }: Delta): string {
  const values = [from, to].map((value) =>
    value === undefined ? undefined : value === null ? 'none' : valueText(value),
  );
  const shown = values.filter((value) => value !== undefined).join(' → ');
  return comment(`--   ${type} ${path.join('.')}${shown ? `: ${shown}` : ''}`);
}

function valueText(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function batchLines(batch: Batch): readonly string[] {
  const settings = Object.entries(batch.settings).map(([name, value]) => `, ${name} = ${JSON.stringify(value)}`);
  return [
    `-- batch${batch.atomic ? ', all or nothing' : ''}${settings.join('')}`,
    ...batch.steps.flatMap((step) => stepLines(step, batch)),
  ];
}

function stepLines(step: Step, { atomic }: Batch): readonly string[] {
  // What is all or nothing finds at most what another plan left.
  const leftovers = atomic ? [] : (step.leftovers?.remove ?? []);
  return [
    '',
    `-- ${step.number}. ${comment(step.summary)} (${comment(step.change)})`,
    // Locks that are held for a moment are looked up on the server, not in a file.
    ...step.hazards
      .filter((hazard) => hazard.class !== 'locks')
      .map(
        (hazard) =>
          `--    ! ${hazard.class}, ${hazard.code}: ${comment(hazard.message)}${hazard.reversible ? '' : ' [irreversible]'}`,
      ),
    ...step.sql.flatMap(statementLines),
    ...leftovers.map(({ text }) => `-- removes what a failure leaves behind: ${comment(text)};`),
  ];
}

function statementLines({ text, params, check, repeat }: Statement): readonly string[] {
  return [
    ...(repeat ? ['-- again and again, each round by itself:'] : []),
    ...(check ? [`-- must find nothing: ${comment(check.message)}`] : []),
    `${text};`,
    ...(params && params.length > 0 ? [`-- with ${JSON.stringify(params.map(String))}`] : []),
  ];
}

/** A name may hold a line break, and a comment ends with its line. */
function comment(text: string): string {
  return text.replaceAll('\r', '\\r').replaceAll('\n', '\\n');
}
