import { partsOf, type SchemaObject } from '@sync/core';
import { soleName } from '../../read/clauses.js';
import type { RawIndex } from '../../read/create-index.js';
import type { RawColumn, RawKeyPart } from '../../read/raw-table.js';
import { withoutOuterParentheses } from '../../text/cursor.js';
import { type ExpressionScope, holdsQuotedString, normaliseExpression, writeCollation } from '../../text/expression.js';
import { foldName } from '../../text/names.js';
import type { IndexSpec, IndexTerm } from './spec.js';

/** Turns an index as it was written into one form for all ways of writing it. */
export function buildIndex(
  raw: RawIndex,
  on: string,
  table: { readonly columns: readonly Pick<RawColumn, 'name' | 'collation'>[] } | undefined,
): IndexSpec {
  const collations = new Map(table?.columns.map((column) => [foldName(column.name), column.collation ?? 'BINARY']));
  const scope: ExpressionScope = { table: foldName(on), columns: new Set(collations.keys()) };
  return {
    unique: raw.unique,
    terms: raw.parts.map((part) => buildTerm(part, scope, collations)),
    ...(raw.where && { where: normaliseExpression(raw.where, scope) }),
  };
}

function buildTerm(part: RawKeyPart, scope: ExpressionScope, collations: ReadonlyMap<string, string>): IndexTerm {
  const direction = part.descending ? { descending: true as const } : {};
  const name = soleName(withoutOuterParentheses(part.tokens));
  const column = name === undefined ? undefined : foldName(name);
  const collation = part.collation === undefined ? undefined : writeCollation(part.collation);
  if (column === undefined || !scope.columns.has(column)) {
    const expression = normaliseExpression(part.tokens, scope);
    return {
      // A string alone would be taken for the name of a column; only double quotes can have made it one.
      expression: name !== undefined && expression[0] === "'" ? `+${expression}` : expression,
      ...(collation !== undefined && { collation }),
      ...direction,
    };
  }
  const own = writeCollation(collations.get(column) ?? 'BINARY');
  return { column, ...(collation !== undefined && collation !== own && { collation }), ...direction };
}

/** What names in an index can mean, as far as the index itself knows. */
export function indexScope(index: SchemaObject<IndexSpec>): ExpressionScope {
  const table = index.parent ? (partsOf(index.parent).parts[0] ?? '') : '';
  return { table, columns: new Set(index.spec.terms.flatMap((term) => term.column ?? [])) };
}

/** Whether an index holds a string in double quotes, which a column of that name would give another meaning. */
export function holdsQuotedStrings(
  raw: RawIndex,
  table: { readonly columns: readonly Pick<RawColumn, 'name'>[] } | undefined,
): boolean {
  const scope = { table: '', columns: new Set(table?.columns.map((column) => foldName(column.name))) };
  const texts = [...raw.parts.map((part) => part.tokens), raw.where ?? []];
  return table !== undefined && texts.some((tokens) => holdsQuotedString(tokens, scope));
}
