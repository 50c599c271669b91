import {
  type Catalogue,
  type ExpressionReading,
  fitDefault,
  type NotCarried,
  type PortableAction,
  type PortableColumn,
  type PortableForeignKey,
  type PortableIndex,
  type PortableKey,
  type PortableSchema,
  type PortableTable,
  partGuards,
  readExpression,
  readValue,
  type SchemaObject,
} from '@sync/core';
import type { Flavour } from '../flavour.js';
import { holdsDocuments } from '../kinds/table/json-text.js';
import { type ColumnSpec, type IndexSpec, orderOf, primary, type TableSpec } from '../kinds/table/spec.js';
import { lexisWith } from '../lexis.js';
import { readingIn } from './expressions.js';
import { readType } from './read-type.js';

/** A schema in terms of no engine. */
export function readMysqlSchema(catalogue: Catalogue, flavour: Flavour): PortableSchema {
  const notCarried: NotCarried[] = [];
  const tables: PortableTable[] = [];
  for (const object of catalogue) {
    if (object.kind === 'table')
      tables.push(new TableReader(object as SchemaObject<TableSpec>, flavour, notCarried).read());
    else {
      const word = object.kind.replace(/^.*\//, '').replaceAll('-', ' ');
      notCarried.push({
        what: `${word} ${object.name}`,
        reason: `no other engine has a ${word} that means the same`,
      });
    }
  }
  return { tables, notCarried };
}

const actions: Readonly<Record<string, PortableAction>> = {
  CASCADE: 'cascade',
  RESTRICT: 'restrict',
  'SET NULL': 'set null',
  'SET DEFAULT': 'set default',
};

class TableReader {
  private readonly reading: ExpressionReading;

  constructor(
    private readonly table: SchemaObject<TableSpec>,
    private readonly flavour: Flavour,
    private readonly notCarried: NotCarried[],
  ) {
    this.reading = readingIn(lexisWith(flavour.executedComments));
  }

  read(): PortableTable {
    const { table, flavour } = this;
    const { name, spec } = table;
    for (const [has, what] of [
      [spec.partitioning, 'partitioning'],
      [spec.versioning, 'history'],
      [spec.period, 'period'],
    ] as const)
      if (has !== undefined) this.leaveOut(what, 'no other engine has it');
    const { bounds, checks } = partGuards(name, this.checks());
    const byName = new Map(spec.columns.map((column) => [column.name, column]));
    const keys = this.keys();
    const columns = orderOf(table).flatMap((at): readonly PortableColumn[] => {
      const column = byName.get(at);
      if (!column) return [];
      const { type, carriage, reason } = readType(column, bounds.get(at), flavour);
      const base = { name: at, native: column.type, type, carriage, ...(reason !== undefined && { reason }) };
      const { notNull, comment } = column;
      return [
        fitDefault({
          ...base,
          ...(notNull && { notNull }),
          ...(comment !== undefined && { comment }),
          ...this.value(column),
        }),
      ];
    });
    const comment = spec.comment === undefined || spec.comment === '' ? {} : { comment: spec.comment };
    return { name, columns, ...keys, foreignKeys: this.foreignKeys(), checks, ...comment };
  }

  private leaveOut(what: string, reason: string): void {
    this.notCarried.push({ what: `${what} of ${this.table.name}`, reason });
  }

  private value(column: ColumnSpec): Pick<PortableColumn, 'default' | 'generated' | 'numbered'> {
    const { name, autoIncrement, onUpdate } = column;
    if (onUpdate !== undefined)
      this.leaveOut(`ON UPDATE of column ${name}`, 'elsewhere it takes a trigger to write a column with each change');
    if (autoIncrement) return { numbered: true };
    return readValue(column, this.reading, (what, reason) => this.leaveOut(what, reason));
  }

  private checks(): PortableTable['checks'] {
    const { spec } = this.table;
    const onColumns = spec.columns.flatMap((column) =>
      column.check === undefined || holdsDocuments(column) ? [] : [{ expression: column.check }],
    );
    const all: readonly { readonly name?: string; readonly expression: string; readonly notEnforced?: true }[] = [
      ...spec.checks,
      ...onColumns,
    ];
    return all.flatMap(({ name, expression, notEnforced }) => {
      const what = name === undefined ? 'a check' : `check ${name}`;
      const read = readExpression(expression, this.reading);
      if (read && !notEnforced) return [{ ...(name !== undefined && { name }), expression: read }];
      const why = notEnforced ? 'it is not enforced' : `${expression} does not mean the same everywhere`;
      this.leaveOut(what, why);
      return [];
    });
  }

  private keys(): Pick<PortableTable, 'primaryKey' | 'uniques' | 'indexes'> {
    const uniques: PortableKey[] = [];
    const indexes: PortableIndex[] = [];
    let primaryKey: PortableKey | undefined;
    for (const index of this.table.spec.indexes) {
      const { name, unique } = index;
      const columns = plainColumns(index);
      const over = columns?.map(({ column }) => column) ?? [];
      if (!columns) this.leaveOut(`index ${name}`, 'it is over a part of a column or an expression, or is no tree');
      else if (name === primary) primaryKey = { columns: over };
      else if (unique) uniques.push({ name, columns: over });
      else if (!this.isOfForeignKey(index, over)) indexes.push({ name, columns });
    }
    return { ...(primaryKey && { primaryKey }), uniques, indexes };
  }

  /** The index that the server makes for a foreign key, and calls as that. */
  private isOfForeignKey({ name }: IndexSpec, over: readonly string[]): boolean {
    return this.table.spec.foreignKeys.some((key) => key.name === name && key.columns.join('\0') === over.join('\0'));
  }

  private foreignKeys(): readonly PortableForeignKey[] {
    const { usualAction } = this.flavour;
    // Both do the same in InnoDB, and one of them is what a key does that says nothing.
    const action = (text: string) => (text === usualAction || text === 'NO ACTION' ? undefined : actions[text]);
    return this.table.spec.foreignKeys.flatMap((key) => {
      if (key.database !== undefined) {
        this.leaveOut(`foreign key ${key.name}`, `it leads to the database ${key.database}`);
        return [];
      }
      const [onDelete, onUpdate] = [action(key.onDelete), action(key.onUpdate)];
      const { name, columns, table, references } = key;
      return [{ name, columns, table, references, ...(onDelete && { onDelete }), ...(onUpdate && { onUpdate }) }];
    });
  }
}

/** The columns of an index that is a tree over whole columns; undefined of any other. */
function plainColumns({ parts, type, period }: IndexSpec): PortableIndex['columns'] | undefined {
  if ((type !== undefined && type !== 'BTREE') || period !== undefined) return undefined;
  const columns = parts.flatMap(({ column, length, descending }) =>
    column === undefined || length !== undefined ? [] : [{ column, ...(descending && { descending }) }],
  );
  return columns.length === parts.length ? columns : undefined;
}
