import type { Name } from '../../features/feature.js';

export const names: Readonly<Record<string, Name>> = {
  os: { called: ['o s', 'O.s'] },
  t: { called: ['t', 'we"ird Näme'] },
  name: { in: 't', isColumn: true, called: ['name', 'select'] },
  amount: { in: 't', isColumn: true, called: ['amount', 'new amount'] },
  other: { in: 'os', called: ['T 2', 'order'] },
  ref: { in: 'other', isColumn: true, called: ['t_id', 'T ref'] },
  mood: { called: ['mood', 'Mood "2"'] },
  dom: { in: 'os', called: ['dom', 'D 2'] },
  pair: { called: ['pair', 'table'] },
  span: { called: ['span', 'S pan'] },
  calc: { in: 'os', called: ['calc', 'Calc 2'] },
  view: { called: ['v', 'V iew'] },
  mat: { called: ['m', 'user'] },
  part: { called: ['p', 'P arted'] },
  heir: { called: ['heir', 'He ir'] },
  counter: { called: ['counter', 'Count er'] },
  far: { called: ['ft', 'F t'] },
};
