import type { SchemaObject } from '@sync/core';
import { meaningful } from '../../text/cursor.js';
import { type ExpressionScope, normaliseExpression } from '../../text/expression.js';
import { foldName } from '../../text/names.js';
import { type ColumnSpec, strictTable, type TableLayout, type TableSpec, withoutRowid } from './spec.js';

/** A table with the look-ups that rendering needs. */
export class TableView {
  readonly spec: TableSpec;
  readonly name: string;
  readonly strict: boolean;
  readonly withoutRowid: boolean;
  /** By folded name. */
  readonly columns: ReadonlyMap<string, ColumnSpec>;
  /** Folded names in the order in which the table has them. */
  readonly order: readonly string[];
  readonly inline: NonNullable<TableLayout['inline']>;
  readonly layout: TableLayout | undefined;
  private readonly targets: ReadonlyMap<string, string>;
  private readonly spelling: ReadonlyMap<string, string>;

  constructor(readonly object: SchemaObject<TableSpec>) {
    this.spec = object.spec;
    this.name = object.name;
    this.strict = strictTable.of(object) ?? false;
    this.withoutRowid = withoutRowid.of(object) ?? false;
    this.columns = new Map(object.spec.columns.map((column) => [foldName(column.name), column]));
    const layout = object.layout as unknown as TableLayout | undefined;
    this.order = completeOrder(layout?.columns ?? [], this.columns);
    this.inline = layout?.inline ?? [];
    this.layout = layout;
    this.targets = new Map(layout?.targets?.map((name) => [foldName(name), name]));
    this.spelling = new Map(layout?.names?.map((name) => [foldName(name), name]));
  }

  /** The name of a column as the table spells it. */
  readonly nameOf = (folded: string): string => this.columns.get(folded)?.name ?? folded;

  /** A table that a foreign key refers to, as it spells its name. */
  readonly targetOf = (folded: string): string => this.targets.get(folded) ?? folded;

  /** A column of a table that a foreign key refers to, as it spells its name. */
  readonly targetColumn = (table: string, folded: string): string => {
    if (table === foldName(this.name)) return this.nameOf(folded);
    return this.layout?.targetColumns?.[table]?.find((name) => foldName(name) === folded) ?? folded;
  };

  /** A constraint with its name, and the columns in its expression, as the table spells them. */
  readonly spelled = <T extends { readonly name?: string; readonly expression?: string }>(constraint: T): T => {
    const name = constraint.name === undefined ? undefined : this.spelling.get(constraint.name);
    const { expression } = constraint;
    return {
      ...constraint,
      ...(name !== undefined && { name }),
      ...(expression !== undefined && { expression: this.expression(expression) }),
    };
  };

  /** An expression with the columns as the table spells them. */
  readonly expression = (text: string): string => {
    const renamed = new Map(
      Array.from(this.columns, ([folded, { name }]) => [folded, name] as const).filter(
        ([folded, name]) => folded !== name,
      ),
    );
    return renamed.size === 0 ? text : normaliseExpression(meaningful(text), { ...this.scope, renamed });
  };

  get scope(): ExpressionScope {
    return { table: foldName(this.name), columns: new Set(this.columns.keys()) };
  }

  /** The column that is another name for the rowid. */
  get rowidAlias(): string | undefined {
    const [part, ...more] = this.spec.primaryKey?.columns ?? [];
    if (!part || more.length > 0 || this.withoutRowid || part.descending) return undefined;
    return this.columns.get(part.column)?.type === 'INTEGER' ? part.column : undefined;
  }

  /** A name by which the rowid can be had, where the table has one and no column hides all of its names. */
  get rowidName(): string | undefined {
    if (this.withoutRowid) return undefined;
    return this.rowidAlias ?? ['rowid', '_rowid_', 'oid'].find((name) => !this.columns.has(name));
  }
}

/** A layout may lag behind its spec, where a document was edited by hand: what it does not name comes last. */
function completeOrder(order: readonly string[], columns: ReadonlyMap<string, ColumnSpec>): readonly string[] {
  return [...new Set([...order.filter((name) => columns.has(name)), ...columns.keys()])];
}
