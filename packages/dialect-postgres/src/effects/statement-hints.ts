import type { Hazard } from '@sync/core';

const renamed = (title: string) => `If it was renamed, ALTER ${title} … RENAME TO … keeps what is in it.`;
const released = 'Release first what does not rely on it.';

/** What can be done about a statement that somebody wrote, where what is said of a plan's step speaks of plans: of their way down, of their flags, or of what they are made from. */
const hints: Readonly<Record<string, string>> = {
  'changes-privileges': 'Look at each GRANT and REVOKE of the statement.',
  'disables-rule': released,
  'disables-trigger': 'What it would have done meanwhile is not done when it is enabled again.',
  'drops-column': 'If it was renamed, ALTER TABLE … RENAME COLUMN … TO … keeps its values.',
  'drops-extension': 'What its own tables and settings held does not come back with it.',
  'drops-foreign-table': renamed('FOREIGN TABLE'),
  'drops-index':
    'Look in pg_stat_user_indexes whether anything uses it. DROP INDEX CONCURRENTLY keeps nobody waiting, but not for the index of a constraint.',
  'drops-routine': 'Release first what does not call it.',
  'drops-rule': released,
  'drops-sequence': renamed('SEQUENCE'),
  'drops-table': renamed('TABLE'),
  'drops-trigger': released,
  'drops-type': 'Release first what does not name it.',
  'drops-view': 'If it was renamed, ALTER … RENAME TO … keeps who uses it going. Else release first what does not.',
  'enables-row-security': 'Create the policies in the same transaction or before; without one nothing is let through.',
};

/** A hazard of a statement that somebody wrote, with what its writer can do. */
export function ofStatement(hazard: Hazard): Hazard {
  const hint = hints[hazard.code];
  return hint === undefined ? hazard : { ...hazard, hint };
}
