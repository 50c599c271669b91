import { type Lexis, type SchemaObject, schemaObject, tokenize, unquote } from '@sync/core';
import { foldMember, quoteName } from '../../text/names.js';
import type { PartitioningSpec, TableLayout, TableSpec, VersioningSpec } from './spec.js';

type Table = SchemaObject<TableSpec>;

/** A table under the names that its columns are given: folded old name → new name. Expressions are left as they are, but where `inExpressions` says how they are read. */
export function renameColumns(table: Table, names: ReadonlyMap<string, string>, inExpressions?: Lexis): Table {
  if (names.size === 0) return table;
  const own = (name: string) => names.get(foldMember(name)) ?? name;
  const text = (expression: string) => (inExpressions ? renameIn(expression, names, inExpressions) : expression);
  const { spec } = table;
  const layout = table.layout as unknown as TableLayout;
  return schemaObject<TableSpec>({
    ...table,
    spec: {
      ...spec,
      columns: spec.columns.map((column) => ({
        ...column,
        name: own(column.name),
        ...(column.generated && { generated: { ...column.generated, as: text(column.generated.as) } }),
        ...(column.check !== undefined && { check: text(column.check) }),
      })),
      indexes: spec.indexes.map((index) => ({
        ...index,
        parts: index.parts.map((part) => ({
          ...part,
          ...(part.column !== undefined && { column: own(part.column) }),
          ...(part.expression !== undefined && { expression: text(part.expression) }),
        })),
      })),
      foreignKeys: spec.foreignKeys.map((key) => ({
        ...key,
        columns: key.columns.map(own),
        ...(key.table === table.name && key.database === undefined && { references: key.references.map(own) }),
      })),
      checks: spec.checks.map((check) => ({ ...check, expression: text(check.expression) })),
      ...(spec.partitioning && { partitioning: dealtBy(spec.partitioning, text) }),
      ...(spec.period && { period: { ...spec.period, start: own(spec.period.start), end: own(spec.period.end) } }),
      ...(spec.versioning && { versioning: boundedBy(spec.versioning, own) }),
    },
    layout: { ...layout, order: layout.order.map(own) },
  });
}

function boundedBy({ start, end }: VersioningSpec, own: (name: string) => string): VersioningSpec {
  return { ...(start !== undefined && { start: own(start) }), ...(end !== undefined && { end: own(end) }) };
}

function dealtBy({ within, ...how }: PartitioningSpec, text: (expression: string) => string): PartitioningSpec {
  return {
    ...how,
    expression: text(how.expression),
    ...(within && { within: { ...within, expression: text(within.expression) } }),
  };
}

function renameIn(expression: string, names: ReadonlyMap<string, string>, lexis: Lexis): string {
  return tokenize(expression, lexis)
    .map((token) => {
      const name = token.type === 'quoted' ? names.get(foldMember(unquote(token, lexis))) : undefined;
      return name === undefined ? token.text : quoteName(name);
    })
    .join('');
}

/** The names in an expression of the server's, in which every name is quoted, folded. */
export function namesIn(expression: string, lexis: Lexis): readonly string[] {
  return tokenize(expression, lexis).flatMap((token) =>
    token.type === 'quoted' ? [foldMember(unquote(token, lexis))] : [],
  );
}

/** Whether an expression of the server's names any of these columns. */
export function namesAny(expression: string, names: ReadonlySet<string>, lexis: Lexis): boolean {
  return names.size > 0 && namesIn(expression, lexis).some((name) => names.has(name));
}
