import type { SchemaObject } from '@sync/core';
import { quoteName, writeName } from '../../text/names.js';
import { printTermOptions } from '../table/print-constraint.js';
import { isTable } from '../table/spec.js';
import { TableView } from '../table/view-of-table.js';
import type { IndexSpec, IndexTerm } from './spec.js';

/** The CREATE INDEX statement of an index, without a terminator; with names as its table spells them, where that is given. */
export function printIndex(index: SchemaObject<IndexSpec>, table: string, parent?: SchemaObject): string {
  const { unique, terms, where } = index.spec;
  const names = isTable(parent) ? new TableView(parent) : undefined;
  const head = `CREATE ${unique ? 'UNIQUE ' : ''}INDEX ${quoteName(index.name)} ON ${quoteName(table)} (${printTerms(terms, names)})`;
  return where === undefined ? head : `${head}\nWHERE ${names?.expression(where) ?? where}`;
}

/** What makes an index what it is, for people: `unique (lower(mail)) where total > 0`. */
export function describeIndex({ unique, terms, where }: IndexSpec, parent: SchemaObject | undefined): string {
  const table = isTable(parent) ? new TableView(parent) : undefined;
  const name = (folded: string) => writeName(table?.nameOf(folded) ?? folded);
  const list = terms.map(
    (term) => (term.column === undefined ? (term.expression ?? '') : name(term.column)) + printTermOptions(term),
  );
  return `${unique ? 'unique ' : ''}(${list.join(', ')})${where === undefined ? '' : ` where ${where}`}`;
}

/** The terms of an index. */
export function printTerms(terms: readonly IndexTerm[], names?: TableView): string {
  return terms.map((term) => printTerm(term, names) + printTermOptions(term)).join(', ');
}

function printTerm({ column, expression = '' }: IndexTerm, names: TableView | undefined): string {
  if (column === undefined) return names?.expression(expression) ?? expression;
  return quoteName(names?.nameOf(column) ?? column);
}
