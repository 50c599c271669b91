import type { Change } from '@sync/core';
import { shown } from '../text/qualified.js';
import { isAside } from './marks.js';

/** What a change makes that stands only beside something else while a plan runs. */
export function scaffolding(change: Change): readonly string[] {
  if (change.verb === 'alter') {
    return change.deltas.flatMap(({ type, path }) => {
      const [, column = ''] = path;
      return type === 'add-column' && isAside(column) ? [`column ${column} of table ${shown(change.to)}`] : [];
    });
  }
  if (change.verb !== 'create' || !isAside(change.to.name)) return [];
  return [`${change.kind.replace(/^postgres\//, '')} ${shown(change.to)}`];
}
