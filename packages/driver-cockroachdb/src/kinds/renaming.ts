import type { Change, Impossible, StepDraft } from '@sync/core';
import { breaksClients } from '@sync/dialect-postgres';
import { pathOf, qualified, qualifiedAt, quoteName, shown } from '../text/names.js';
import { unlocked } from './hazards.js';

type Rename = Extract<Change, { verb: 'rename' }>;

/** Another name, another schema, or both, each by a statement of its own. */
export function renaming({ from, to }: Rename, sort: string, title: string): readonly StepDraft[] | Impossible {
  const [before, after] = [pathOf(from).slice(0, -1), pathOf(to).slice(0, -1)];
  const isMoved = before.join('.') !== after.join('.');
  if (isMoved && from.name !== to.name) {
    return {
      impossible: `${title} ${shown(from)} cannot get another name and another schema at once`,
      hint: 'Rename it first, and move it in a plan of its own.',
    };
  }
  const text = isMoved
    ? `ALTER ${sort} ${qualified(from)} SET SCHEMA ${quoteName(after[0] ?? 'public')}`
    : `ALTER ${sort} ${qualifiedAt(from.address)} RENAME TO ${quoteName(to.name)}`;
  return [
    {
      summary: `rename ${title} ${shown(from)} to ${shown(to)}`,
      sql: [{ text }],
      hazards: [unlocked(breaksClients(title, shown(from), shown(to)))],
    },
  ];
}
