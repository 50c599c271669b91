import { type Address, address, byCodeUnit, type Json, type SchemaObject, schemaObject } from '@sync/core';
import { soleName } from '../../read/clauses.js';
import type { RawColumn, RawConstraint, RawKeyPart, RawTable } from '../../read/raw-table.js';
import { nameIn } from '../../text/cursor.js';
import {
  type ExpressionScope,
  holdsQuotedString,
  normaliseExpression,
  normaliseType,
  writeCollation,
} from '../../text/expression.js';
import { foldName } from '../../text/names.js';
import { normaliseDefault } from './default.js';
import { sortedByContent } from './sorted.js';
import type {
  CheckSpec,
  ColumnSpec,
  ForeignKeySpec,
  InlineConstraint,
  KeyPart,
  PrimaryKeySpec,
  TableLayout,
  TableSpec,
  UniqueSpec,
} from './spec.js';

type Of<T extends RawConstraint['type']> = Extract<RawConstraint, { type: T }>;

/** The address of a table. */
export function tableAddress(name: string): Address {
  return address('table', foldName(name));
}

/** Turns a table as it was written into one form for all ways of writing it. */
export function buildTable(
  raw: RawTable,
  primaryKeyOf: (table: string) => readonly string[] | undefined,
  withOrder: boolean,
): SchemaObject<TableSpec> {
  const builder = new TableBuilder(raw, primaryKeyOf);
  const order = raw.columns.map((column) => foldName(column.name));
  const spec = builder.spec();
  const layout: TableLayout = { columns: order, ...builder.layout(spec) };
  return schemaObject({
    kind: 'table',
    address: tableAddress(raw.name),
    name: raw.name,
    spec,
    extras: {
      ...(raw.strict && { 'sqlite/strict': true }),
      ...(raw.withoutRowid && { 'sqlite/without-rowid': true }),
      ...(withOrder && { 'sqlite/column-order': order }),
    },
    layout: layout as unknown as Json,
  });
}

/** The names of a table's primary key, as its columns spell them. */
export function primaryKeyColumns(raw: RawTable): readonly string[] | undefined {
  for (const constraint of raw.constraints) {
    if (constraint.type === 'primary-key') {
      const spelled = new Map(raw.columns.map(({ name }) => [foldName(name), name]));
      return constraint.parts.map((part) => {
        const name = soleName(part.tokens) ?? '';
        return spelled.get(foldName(name)) ?? name;
      });
    }
  }
  return undefined;
}

class TableBuilder {
  private readonly scope: ExpressionScope;
  private readonly columns: ReadonlyMap<string, RawColumn>;

  constructor(
    private readonly raw: RawTable,
    private readonly primaryKeyOf: (table: string) => readonly string[] | undefined,
  ) {
    this.columns = new Map(raw.columns.map((column) => [foldName(column.name), column]));
    this.scope = { table: foldName(raw.name), columns: new Set(this.columns.keys()) };
  }

  spec(): TableSpec {
    const primaryKey = this.of('primary-key').map((constraint) => this.primaryKey(constraint))[0];
    return {
      columns: this.sortedColumns(primaryKey),
      ...(primaryKey && { primaryKey }),
      uniques: sortedByContent(this.of('unique').map((constraint) => this.unique(constraint))),
      checks: sortedByContent(this.of('check').map((constraint) => this.check(constraint))),
      foreignKeys: sortedByContent(this.of('foreign-key').map((constraint) => this.foreignKey(constraint))),
    };
  }

  layout({ checks, foreignKeys }: TableSpec): Omit<TableLayout, 'columns'> {
    const { raw } = this;
    const inline = this.raw.constraints.flatMap((constraint): InlineConstraint[] => {
      if (constraint.column === undefined) return [];
      const column = foldName(constraint.column);
      if (constraint.type === 'check') return [{ column, check: this.check(constraint) }];
      if (constraint.type === 'foreign-key') return [{ column, foreignKey: this.foreignKey(constraint) }];
      return [];
    });
    const names = raw.names ?? [...raw.columns.map((column) => column.notNull), ...raw.constraints].flatMap(nameOf);
    const repeats =
      raw.repeats || this.of('check').length > checks.length || this.of('foreign-key').length > foreignKeys.length;
    const keys = this.of('foreign-key');
    const implicit = keys.filter((key) => !key.references).map((key) => foldName(key.table));
    const targets = keys.map((key) => key.table).filter((table) => table !== foldName(table));
    const targetColumns = this.targetColumns(keys);
    return {
      ...(inline.length > 0 && { inline }),
      ...(implicit.length > 0 && { implicit }),
      ...(targets.length > 0 && { targets }),
      ...(Object.keys(targetColumns).length > 0 && { targetColumns }),
      ...(names.length > 0 && { names }),
      ...(repeats && { repeats: true }),
      ...(this.holdsQuotedString() && { quotedStrings: true }),
    };
  }

  private targetColumns(keys: readonly Of<'foreign-key'>[]): Readonly<Record<string, readonly string[]>> {
    const spelled = new Map<string, readonly string[]>();
    for (const key of keys) {
      const table = foldName(key.table);
      const columns = (key.references ?? this.primaryKeyOf(table) ?? []).filter((name) => name !== foldName(name));
      if (columns.length > 0) spelled.set(table, [...(spelled.get(table) ?? []), ...columns]);
    }
    return Object.fromEntries(spelled);
  }

  private holdsQuotedString(): boolean {
    const expressions = [
      ...this.of('check').map((check) => check.tokens),
      ...this.raw.columns.flatMap((column) => (column.generated ? [column.generated.tokens] : [])),
    ];
    return expressions.some((tokens) => holdsQuotedString(tokens, this.scope));
  }

  private of<T extends RawConstraint['type']>(type: T): readonly Of<T>[] {
    return this.raw.constraints.filter((constraint): constraint is Of<T> => constraint.type === type);
  }

  private sortedColumns(primaryKey: PrimaryKeySpec | undefined): readonly ColumnSpec[] {
    const keys = new Set(primaryKey?.columns.map((part) => part.column));
    const isRowid = primaryKey !== undefined && this.isRowid(this.of('primary-key')[0]);
    return Array.from(this.columns, ([folded, column]) => ({
      folded,
      column: this.column(column, keys.has(folded), isRowid),
    }))
      .sort((a, b) => byCodeUnit(a.folded, b.folded))
      .map(({ column }) => column);
  }

  private column(raw: RawColumn, inKey: boolean, isRowid: boolean): ColumnSpec {
    const fallback = raw.default && normaliseDefault(raw.default, { table: '', columns: new Set() });
    const collation = raw.collation === undefined ? 'BINARY' : writeCollation(raw.collation);
    const notNull = raw.notNull && !(inKey && this.impliesNotNull(raw.notNull, isRowid)) ? raw.notNull : undefined;
    return {
      name: raw.name,
      type: normaliseType(raw.type),
      ...(notNull && { notNull: { ...notNull, ...named(notNull) } }),
      ...(fallback !== undefined && { default: fallback }),
      ...(collation !== 'BINARY' && { collation }),
      ...(raw.generated && {
        generated: { as: normaliseExpression(raw.generated.tokens, this.scope), stored: raw.generated.stored },
      }),
    };
  }

  /** A rowid is never null, whatever is written; the keys of STRICT and WITHOUT ROWID tables are not null of themselves. */
  private impliesNotNull(notNull: NonNullable<RawColumn['notNull']>, isRowid: boolean): boolean {
    if (isRowid) return true;
    const plain = notNull.name === undefined && notNull.conflict === undefined;
    return plain && (this.raw.strict || this.raw.withoutRowid);
  }

  /** Whether the key is another name for the rowid: https://sqlite.org/lang_createtable.html#rowid, with its exception for `PRIMARY KEY DESC`. */
  private isRowid(constraint: Of<'primary-key'> | undefined): boolean {
    const [part, ...more] = constraint?.parts ?? [];
    if (!part || more.length > 0 || this.raw.withoutRowid) return false;
    const column = this.columns.get(foldName(soleName(part.tokens) ?? ''));
    if (!column || normaliseType(column.type) !== 'INTEGER') return false;
    return constraint?.column === undefined || !part.descending;
  }

  private primaryKey(raw: Of<'primary-key'>): PrimaryKeySpec {
    const isRowid = this.isRowid(raw);
    return {
      ...named(raw),
      columns: isRowid ? raw.parts.map((part) => ({ column: columnOf(part) })) : this.keyParts(raw.parts),
      ...(raw.conflict && { conflict: raw.conflict }),
      ...(raw.autoincrement && { autoincrement: true }),
    };
  }

  private unique(raw: Of<'unique'>): UniqueSpec {
    return { ...named(raw), columns: this.keyParts(raw.parts), ...(raw.conflict && { conflict: raw.conflict }) };
  }

  private keyParts(parts: readonly RawKeyPart[]): readonly KeyPart[] {
    return parts.map((part) => {
      const column = columnOf(part);
      const own = writeCollation(this.columns.get(column)?.collation ?? 'BINARY');
      const collation = part.collation === undefined ? own : writeCollation(part.collation);
      return { column, ...(collation !== own && { collation }), ...(part.descending && { descending: true }) };
    });
  }

  private check(raw: Of<'check'>): CheckSpec {
    return { ...named(raw), expression: normaliseExpression(raw.tokens, this.scope) };
  }

  private foreignKey(raw: Of<'foreign-key'>): ForeignKeySpec {
    const table = foldName(raw.table);
    const references = (raw.references ?? this.primaryKeyOf(table))?.map(foldName);
    return {
      ...named(raw),
      columns: raw.columns.map(foldName),
      table,
      ...(references && { references }),
      ...(raw.onDelete && { onDelete: raw.onDelete }),
      ...(raw.onUpdate && { onUpdate: raw.onUpdate }),
      ...(raw.deferred && { deferred: true }),
    };
  }
}

function named(raw: { readonly name?: string }): { readonly name?: string } {
  return raw.name === undefined ? {} : { name: foldName(raw.name) };
}

function nameOf(raw: { readonly name?: string } | undefined): readonly string[] {
  return raw?.name === undefined ? [] : [raw.name];
}

function columnOf(part: RawKeyPart): string {
  const [first] = part.tokens;
  return first ? foldName(nameIn(first)) : '';
}
