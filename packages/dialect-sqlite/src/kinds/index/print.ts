import type { SchemaObject } from '@sync/core';
import { quoteName } from '../../text/names.js';
import { printTermOptions } from '../table/print-constraint.js';
import type { IndexSpec, IndexTerm } from './spec.js';

/** The CREATE INDEX statement of an index, without a terminator. */
export function printIndex(index: SchemaObject<IndexSpec>, table: string): string {
  const { unique, terms, where } = index.spec;
  const head = `CREATE ${unique ? 'UNIQUE ' : ''}INDEX ${quoteName(index.name)} ON ${quoteName(table)} (${printTerms(terms)})`;
  return where === undefined ? head : `${head}\nWHERE ${where}`;
}

/** The terms of an index. */
export function printTerms(terms: readonly IndexTerm[]): string {
  return terms
    .map(
      (term) => (term.column === undefined ? (term.expression ?? '') : quoteName(term.column)) + printTermOptions(term),
    )
    .join(', ');
}
