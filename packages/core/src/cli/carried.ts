import type { CarriedColumn } from '../contract/portable.js';
import { SyncError } from '../errors.js';
import { counted } from '../model/counted.js';
import type { Translation } from '../portable/translate.js';

/** What a flag allows when something goes from one engine to another. */
export const lossyFlag = {
  allow: {
    type: 'set',
    value: 'CLASS,…',
    choices: ['lossy'],
    description: 'between engines: columns that lose something on the way, or do not come over',
  },
} as const;

/** Columns that lose something on the way. */
function losses({ columns }: Translation): readonly CarriedColumn[] {
  return columns.filter(({ carriage }) => carriage === 'lossy' || carriage === 'impossible');
}

/** Refuses what would lose something that nobody allowed. */
export function refuseLosses(translation: Translation, allow: readonly string[]): void {
  const lost = losses(translation);
  if (lost.length === 0 || allow.includes('lossy')) return;
  const told = lost.map(({ table, column, from, to, carriage, reason = '' }) => {
    const what = carriage === 'impossible' ? 'cannot come over' : `${from} would become ${to}`;
    return `  ${table}.${column}: ${what}: ${reason}`;
  });
  throw new SyncError({
    code: 'GATE_CLOSED',
    op: 'translate',
    message: `${counted(lost.length, 'column')} would lose something from ${translation.from} to ${translation.to}:\n${told.join('\n')}`,
    hint: 'Change these columns, or pass --allow lossy; what cannot come over is then left out.',
    details: { columns: lost },
  });
}

/** A translation for programs. */
export function translationDocument({ from, to, columns, notCarried }: Translation) {
  return { from, to, columns, notCarried };
}
