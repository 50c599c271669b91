import { writeCollation } from '../text/expression.js';
import { quoteName } from '../text/names.js';

/** A term in which rows must differ, in the words of the table as it is now. */
export interface DistinctTerm {
  readonly text: string;
  /** Where it is to be compared in another way than now. */
  readonly collation?: string;
}

/** A column that rows are compared in; without a collation where that stays as it is. */
export function distinctColumn(name: string, now: string | undefined, then: string | undefined): DistinctTerm {
  const collation = then ?? 'BINARY';
  return { text: quoteName(name), ...(collation !== (now ?? 'BINARY') && { collation }) };
}

/** The query that lists what more than one row has in these terms, with the number of rows. `from` is a quoted name, or a query in brackets. */
export function equalRows(from: string, terms: readonly DistinctTerm[], where?: string): string {
  return `SELECT ${terms.map(({ text }) => text).join(', ')}, count(*) ${groupsOf(from, terms, where)}`;
}

/** The groups of rows that are equal in these terms. NULLs are never equal. */
export function groupsOf(from: string, terms: readonly DistinctTerm[], where?: string): string {
  const groups = terms.map(({ text, collation }) =>
    collation ? `${text} COLLATE ${writeCollation(collation)}` : text,
  );
  const conditions = [
    ...(where === undefined ? [] : [`(${where})`]),
    ...terms.map(({ text }) => `${text} IS NOT NULL`),
  ];
  return `FROM ${from} WHERE ${conditions.join(' AND ')} GROUP BY ${groups.join(', ')} HAVING count(*) > 1`;
}
