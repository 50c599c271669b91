import type { ColumnSpec } from './spec.js';

/** Where the values of a column come from. */
function origin({ generated }: ColumnSpec): 'written' | 'virtual' | 'stored' {
  return generated ? (generated.stored ? 'stored' : 'virtual') : 'written';
}

/** Whether a column has to go and come back: nothing else makes it one that is computed when it is read, or no such one any more. https://dev.mysql.com/doc/refman/9.7/en/alter-table-generated-columns.html */
export function remakes({ from, to }: { readonly from: ColumnSpec; readonly to: ColumnSpec }): boolean {
  const [before, after] = [origin(from), origin(to)];
  return before !== after && (before === 'virtual' || after === 'virtual');
}
