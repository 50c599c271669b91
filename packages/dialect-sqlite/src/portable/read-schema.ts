import {
  type Address,
  address,
  type Catalogue,
  fitDefault,
  type NotCarried,
  type PortableAction,
  type PortableCheck,
  type PortableColumn,
  type PortableForeignKey,
  type PortableIndex,
  type PortableSchema,
  type PortableTable,
  partGuards,
  readExpression,
  readValue,
  type SchemaObject,
} from '@sync/core';
import { type IndexSpec, isIndexSpec } from '../kinds/index/spec.js';
import { isNullable } from '../kinds/table/nullable.js';
import type { ColumnSpec, KeyPart, ReferentialAction, TableSpec } from '../kinds/table/spec.js';
import { isTable } from '../kinds/table/spec.js';
import { TableView } from '../kinds/table/view-of-table.js';
import { reading } from './expressions.js';
import { readType } from './read-type.js';

/** A schema in terms of no engine. */
export function readSqliteSchema(catalogue: Catalogue): PortableSchema {
  const notCarried: NotCarried[] = [];
  const tables: PortableTable[] = [];
  for (const object of catalogue) {
    if (isTable(object)) tables.push(new TableReader(object, catalogue, notCarried).read());
    else if (object.kind !== 'index') {
      const word = object.kind.replace(/^.*\//, '').replaceAll('-', ' ');
      notCarried.push({
        what: `${word} ${object.name}`,
        reason: `no other engine has a ${word} that means the same`,
      });
    }
  }
  return { tables, notCarried };
}

const actions: Readonly<Record<ReferentialAction, PortableAction>> = {
  CASCADE: 'cascade',
  RESTRICT: 'restrict',
  'SET NULL': 'set null',
  'SET DEFAULT': 'set default',
};

class TableReader {
  private readonly view: TableView;

  constructor(
    private readonly table: SchemaObject<TableSpec>,
    private readonly catalogue: Catalogue,
    private readonly notCarried: NotCarried[],
  ) {
    this.view = new TableView(table);
  }

  read(): PortableTable {
    const { view, table } = this;
    const { name } = table;
    const { primaryKey, uniques } = table.spec;
    const { bounds, checks } = partGuards(name, this.checks());
    const key = new Set(primaryKey?.columns.map(({ column }) => column));
    const columns = view.order.flatMap((folded): readonly PortableColumn[] => {
      const column = view.columns.get(folded);
      if (!column) return [];
      const ignoresCase = column.collation === 'NOCASE';
      const { strict } = view;
      const { carriage, reason, type } = readType(column.type, { bound: bounds.get(column.name), ignoresCase, strict });
      const base = { name: column.name, native: column.type.toLowerCase(), type, carriage };
      const isNotNull = key.has(folded) || !isNullable(view, folded);
      return [
        fitDefault({
          ...base,
          ...(reason !== undefined && { reason }),
          ...(isNotNull && { notNull: true }),
          ...this.value(column, folded),
        }),
      ];
    });
    const named = primaryKey && view.spelled(primaryKey).name;
    return {
      name,
      columns,
      ...(primaryKey && {
        primaryKey: {
          ...(named !== undefined && named !== `${name}_pkey` && { name: named }),
          columns: this.names(primaryKey.columns),
        },
      }),
      uniques: uniques.map(view.spelled).map((unique) => ({
        ...(unique.name !== undefined && { name: unique.name }),
        columns: this.names(unique.columns),
      })),
      foreignKeys: this.foreignKeys(),
      checks,
      indexes: this.indexes(),
    };
  }

  private leaveOut(what: string, reason: string): void {
    this.notCarried.push({ what: `${what} of ${this.table.name}`, reason });
  }

  private names(parts: readonly KeyPart[]): readonly string[] {
    return parts.map(({ column }) => this.view.nameOf(column));
  }

  private value(column: ColumnSpec, folded: string): Pick<PortableColumn, 'default' | 'generated' | 'numbered'> {
    const { generated } = column;
    if (this.view.rowidAlias === folded) return { numbered: true };
    const spelled = generated && { ...generated, as: this.view.expression(generated.as) };
    const words = { ...column, ...(spelled && { generated: spelled }) };
    return readValue(words, reading, (what, reason) => this.leaveOut(what, reason));
  }

  private checks(): readonly PortableCheck[] {
    return this.table.spec.checks.map(this.view.spelled).flatMap(({ name, expression }) => {
      const read = readExpression(expression, reading);
      if (read) return [{ ...(name !== undefined && { name }), expression: read }];
      const what = name === undefined ? 'a check' : `check ${name}`;
      this.leaveOut(what, `${expression} does not mean the same everywhere`);
      return [];
    });
  }

  private foreignKeys(): readonly PortableForeignKey[] {
    return this.table.spec.foreignKeys.map(this.view.spelled).flatMap((key) => {
      const { name, columns, onDelete, onUpdate, references, deferred } = key;
      const target = this.catalogue.get(address('table', key.table));
      if (!references || !isTable(target)) {
        this.leaveOut(`foreign key (${columns.join(', ')})`, `table ${key.table} is not there`);
        return [];
      }
      if (deferred)
        this.leaveOut(`deferral of foreign key (${columns.join(', ')})`, 'not every engine waits with a check');
      const other = new TableView(target);
      return [
        {
          ...(name !== undefined && { name }),
          columns: columns.map(this.view.nameOf),
          table: target.name,
          references: references.map(other.nameOf),
          ...(onDelete && { onDelete: actions[onDelete] }),
          ...(onUpdate && { onUpdate: actions[onUpdate] }),
        },
      ];
    });
  }

  private indexes(): readonly PortableIndex[] {
    return this.catalogue.children(this.table.address as Address).flatMap((child): readonly PortableIndex[] => {
      if (child.kind !== 'index' || !isIndexSpec(child.spec)) return [];
      const { name } = child;
      const { terms, unique, where } = child.spec as IndexSpec;
      const columns = terms.flatMap(({ column, collation, descending }) =>
        column === undefined || collation !== undefined
          ? []
          : [{ column: this.view.nameOf(column), ...(descending && { descending }) }],
      );
      if (columns.length === terms.length && where === undefined)
        return [{ name, columns, ...(unique && { unique: true as const }) }];
      this.leaveOut(`index ${name}`, 'it is over an expression or a part of the rows');
      return [];
    });
  }
}
