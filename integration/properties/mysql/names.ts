import type { Name } from '../features/feature.js';

export const names: Readonly<Record<string, Name>> = {
  t: { called: ['t', 'we"ird \'Näme'] },
  name: { in: 't', isColumn: true, called: ['name', 'select'] },
  amount: { in: 't', isColumn: true, called: ['amount', 'new amount'] },
  other: { called: ['T 2', 'order'] },
  ref: { in: 'other', isColumn: true, called: ['t_id', 'T "ref"'] },
  kind: { in: 't', isColumn: true, called: ['kind', 'Kind'] },
  part: { called: ['parted', 'P-arted'] },
  low: { in: 'part', isColumn: true, called: ['v', 'va lue'] },
  wordy: { called: [`wo\`rdy ${'x'.repeat(57)}`, 'GROUP'] },
  key: { in: 'wordy', isColumn: true, called: ['key', `ключ ${'y'.repeat(59)}`] },
  view: { called: ['v', 'V iew'] },
};
