import { byCodeUnit, type Json, type SchemaObject, schemaObject } from '@sync/core';
import { meaningful } from '../../text/cursor.js';
import { type ExpressionScope, normaliseExpression } from '../../text/expression.js';
import { foldName } from '../../text/names.js';
import { sortedByContent } from './sorted.js';
import type { CheckSpec, ColumnSpec, ForeignKeySpec, KeyPart, TableLayout, TableSpec } from './spec.js';
import { columnOrder } from './spec.js';
import { TableView } from './view-of-table.js';

/** A table as RENAME COLUMN leaves it. The names are given by the old folded name. */
export function renameColumns(
  object: SchemaObject<TableSpec>,
  names: ReadonlyMap<string, string>,
): SchemaObject<TableSpec> {
  if (names.size === 0) return object;
  const renamer = new ColumnRenamer(new TableView(object), names);
  const order = columnOrder.of(object);
  return schemaObject({
    ...object,
    spec: renamer.spec(),
    layout: renamer.layout() as unknown as Json,
    extras: { ...object.extras, ...(order && { 'sqlite/column-order': order.map(renamer.column) }) },
  });
}

class ColumnRenamer {
  private readonly scope: ExpressionScope;

  constructor(
    private readonly table: TableView,
    private readonly names: ReadonlyMap<string, string>,
  ) {
    this.scope = { ...table.scope, renamed: new Map(Array.from(names, ([old, name]) => [old, foldName(name)])) };
  }

  readonly column = (folded: string): string => this.scope.renamed?.get(folded) ?? folded;

  spec(): TableSpec {
    const { spec } = this.table;
    const columns = spec.columns.map((column) => this.columnSpec(column));
    return {
      ...spec,
      columns: columns.sort((a, b) => byCodeUnit(foldName(a.name), foldName(b.name))),
      ...(spec.primaryKey && { primaryKey: { ...spec.primaryKey, columns: this.keyParts(spec.primaryKey.columns) } }),
      uniques: sortedByContent(spec.uniques.map((unique) => ({ ...unique, columns: this.keyParts(unique.columns) }))),
      checks: sortedByContent(spec.checks.map(this.check)),
      foreignKeys: sortedByContent(spec.foreignKeys.map(this.foreignKey)),
    };
  }

  layout(): TableLayout {
    const { order, inline, layout } = this.table;
    return {
      ...layout,
      columns: order.map(this.column),
      ...(inline.length > 0 && {
        inline: inline.map(({ column, check, foreignKey }) => ({
          column: this.column(column),
          ...(check && { check: this.check(check) }),
          ...(foreignKey && { foreignKey: this.foreignKey(foreignKey) }),
        })),
      }),
    };
  }

  private columnSpec(column: ColumnSpec): ColumnSpec {
    const { generated } = column;
    return {
      ...column,
      name: this.names.get(foldName(column.name)) ?? column.name,
      ...(generated && { generated: { ...generated, as: this.expression(generated.as) } }),
    };
  }

  private keyParts(parts: readonly KeyPart[]): readonly KeyPart[] {
    return parts.map((part) => ({ ...part, column: this.column(part.column) }));
  }

  private readonly check = (check: CheckSpec): CheckSpec => ({
    ...check,
    expression: this.expression(check.expression),
  });

  private readonly foreignKey = (key: ForeignKeySpec): ForeignKeySpec => {
    const toItself = key.table === this.scope.table;
    return {
      ...key,
      columns: key.columns.map(this.column),
      ...(key.references && toItself && { references: key.references.map(this.column) }),
    };
  };

  private expression(text: string): string {
    return normaliseExpression(meaningful(text), this.scope);
  }
}
