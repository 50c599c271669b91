import type {
  CarriedColumn,
  NotCarried,
  PortableColumn,
  PortableForeignKey,
  PortableTable,
} from '../contract/portable.js';
import type { Statement } from '../contract/statement.js';
import { along } from './carriage.js';
import { useOf } from './column-use.js';
import { guardName, type Names } from './names.js';
import { printExpression } from './print-expression.js';
import type { ColumnUse, NativeType, PortableStyle } from './style.js';

/** A table in the words of an engine, in the order in which its statements are executed. */
export interface WrittenTable {
  readonly before: readonly Statement[];
  /** Absent where no column of it comes over. */
  readonly table?: Statement;
  /** Once all tables are there. */
  readonly after: readonly Statement[];
  readonly columns: readonly CarriedColumn[];
  readonly notCarried: readonly NotCarried[];
}

/** What is known of the schema that a table is of. */
export interface TableContext {
  readonly style: PortableStyle;
  readonly names: Names;
  /** Whether a column is numbered by the engine, or refers to one that is. */
  isCounted(table: string, column: string): boolean;
}

/** The columns that do not come over, of each table that does. */
export type LostColumns = ReadonlyMap<string, ReadonlySet<string>>;

/** Writes one table: its columns at once, the rest of it when it is known what becomes of all others. */
export class TableWriter {
  readonly lost = new Set<string>();
  private readonly lines: string[] = [];
  private readonly before: Statement[] = [];
  private readonly after: Statement[] = [];
  private readonly columns: CarriedColumn[] = [];
  private readonly notCarried: NotCarried[] = [];
  private readonly style: PortableStyle;
  private readonly guards: readonly string[];
  /** By what tells them apart there. */
  private readonly columnNames = new Map<string, string>();
  private keyWritten = false;

  constructor(
    private readonly table: PortableTable,
    private readonly context: TableContext,
    /** The table that has its name already, as the engine sees it. */
    private readonly namesake: string | undefined,
  ) {
    this.style = context.style;
    this.guards = table.columns.flatMap((column) => this.column(column));
  }

  get name(): string {
    return this.table.name;
  }

  get isThere(): boolean {
    return this.lines.length > 0;
  }

  write(there: LostColumns): WrittenTable {
    const { table, style, lines, before, after, columns, notCarried } = this;
    if (!this.isThere) {
      const reason =
        this.namesake === undefined ? 'none of its columns comes over' : this.sameName(this.namesake, table.name);
      return { before: [], after: [], columns, notCarried: [{ what: `table ${table.name}`, reason }] };
    }
    this.keys();
    for (const check of table.checks) this.check(check);
    lines.push(...this.guards);
    for (const key of table.foreignKeys) this.foreignKey(key, there);
    this.indexes();
    const comment = this.tableComment();
    const options = [style.options, comment].filter(Boolean).map((option) => ` ${option}`);
    const text = `CREATE TABLE ${style.quote(table.name)} (\n  ${lines.join(',\n  ')}\n)${options.join('')}`;
    return { before, table: { text }, after, columns, notCarried };
  }

  private sameName(one: string, other: string): string {
    return `${this.style.product} takes ${one} and ${other} for one name`;
  }

  private leaveOut(what: string, reason: string): void {
    this.notCarried.push({ what: `${what} of ${this.table.name}`, reason });
  }

  /** Writes a column; the check that stands in for its type comes behind all columns. */
  private column(column: PortableColumn): readonly string[] {
    const { table, style } = this;
    const use = useOf(table, column.name, this.context.isCounted);
    const native = this.impossible(column) ?? style.type(column, use);
    const mark = along(column, native);
    this.columns.push({ table: table.name, column: column.name, from: column.native, to: native.type, ...mark });
    if (mark.carriage === 'impossible') {
      this.lost.add(column.name);
      return [];
    }
    if (native.before) this.before.push(native.before);
    const facts = [
      ...this.value(column, native.type, use),
      ...(column.comment === undefined ? [] : this.columnComment(column.name, column.comment)),
    ];
    this.lines.push([style.quote(column.name), native.type, ...facts].filter((word) => word !== '').join(' '));
    const guard = native.guard && printExpression(native.guard, style.expressions);
    if (guard === undefined) return [];
    const name = this.context.names.member('check', guardName(table.name, column.name), table.name);
    return [`CONSTRAINT ${style.quote(name)} CHECK (${guard})`];
  }

  /** Two names that are one there are no two columns; neither are the columns of two such tables. */
  private impossible({ name, native }: PortableColumn): NativeType | undefined {
    const key = this.style.fold(name);
    const other = this.columnNames.get(key);
    this.columnNames.set(key, other ?? name);
    const reason =
      this.namesake !== undefined
        ? this.sameName(this.namesake, this.table.name)
        : other !== undefined
          ? this.sameName(other, name)
          : undefined;
    return reason === undefined ? undefined : { type: native, carriage: 'impossible', reason };
  }

  /** What a column holds where nobody says it, and whether it may hold nothing. */
  private value(column: PortableColumn, type: string, use: ColumnUse): readonly string[] {
    const { style } = this;
    const nulls = column.notNull ? 'NOT NULL' : style.nullable;
    if (column.generated) {
      const as = printExpression(column.generated.as, style.expressions);
      if (as !== undefined) {
        const how = column.generated.stored || !style.virtual ? 'STORED' : 'VIRTUAL';
        return [
          `GENERATED ALWAYS AS (${as}) ${how}`,
          ...(style.generatedNotNull && column.notNull ? ['NOT NULL'] : []),
        ];
      }
      this.leaveOut(`expression of column ${column.name}`, `${style.product} does not have all that it calls`);
      return [nulls];
    }
    const numbered = column.numbered && style.numbered(column, use);
    if (numbered) {
      this.keyWritten ||= numbered.isKey === true;
      return [nulls, numbered.clause];
    }
    if (column.numbered)
      this.leaveOut(`numbering of column ${column.name}`, `${style.product} numbers no such column by itself`);
    return [nulls, ...this.default(column, type)];
  }

  private default(column: PortableColumn, type: string): readonly string[] {
    if (!column.default) return [];
    const { style } = this;
    const text = printExpression(column.default, style.expressions);
    const value = text === undefined ? undefined : style.default(text, column, type);
    if (value !== undefined) return [`DEFAULT ${value}`];
    this.leaveOut(`default of column ${column.name}`, `${style.product} has no such default for ${type}`);
    return [];
  }

  private columnComment(column: string, text: string): readonly string[] {
    const { comments } = this.style;
    if (!comments) {
      this.leaveOut(`comment on column ${column}`, `${this.style.product} has no comments`);
      return [];
    }
    if ('clause' in comments) return [comments.clause(text)];
    this.after.push(comments.column(this.table.name, column, text));
    return [];
  }

  private tableComment(): string | undefined {
    const { comment, name } = this.table;
    const { comments, product } = this.style;
    if (comment === undefined) return undefined;
    if (!comments) this.notCarried.push({ what: `comment on table ${name}`, reason: `${product} has no comments` });
    else if ('clause' in comments) return comments.clause(comment);
    else this.after.push(comments.table(name, comment));
    return undefined;
  }

  private list(columns: readonly string[]): string {
    return columns.map((column) => this.style.quote(column)).join(', ');
  }

  /** Whether all of these came over; what is over another one does not. */
  private has(what: string, columns: readonly string[]): boolean {
    const missing = columns.filter((column) => this.lost.has(column));
    if (missing.length > 0) this.leaveOut(what, `column ${missing.join(', ')} does not come over`);
    return missing.length === 0;
  }

  private keys(): void {
    const { table, style, context } = this;
    const { primaryKey } = table;
    if (primaryKey && !this.keyWritten && this.has('primary key', primaryKey.columns)) {
      const named = style.primaryKeyNames && primaryKey.name !== undefined;
      const name = named ? context.names.member('key', primaryKey.name ?? '', table.name) : undefined;
      this.lines.push(`${this.named(name)}PRIMARY KEY (${this.list(primaryKey.columns)})`);
    }
    for (const key of table.uniques) {
      if (!this.has(`key ${key.name ?? ''}`, key.columns)) continue;
      const name = key.name === undefined ? undefined : context.names.member('key', key.name, table.name);
      this.lines.push(`${this.named(name)}UNIQUE (${this.list(key.columns)})`);
    }
  }

  private named(name: string | undefined): string {
    return name === undefined ? '' : `CONSTRAINT ${this.style.quote(name)} `;
  }

  private check({ name, expression }: PortableTable['checks'][number]): void {
    const what = name === undefined ? 'a check' : `check ${name}`;
    if (!this.has(what, columnsOf(expression))) return;
    const text = printExpression(expression, this.style.expressions);
    if (text === undefined) {
      this.leaveOut(what, `${this.style.product} does not have all that it calls`);
      return;
    }
    const own = name === undefined ? undefined : this.context.names.member('check', name, this.table.name);
    this.lines.push(`${this.named(own)}CHECK (${text})`);
  }

  private foreignKey(key: PortableForeignKey, there: LostColumns): void {
    const { style, table, context } = this;
    const what = `foreign key ${key.name ?? `(${key.columns.join(', ')})`}`;
    if (!this.has(what, key.columns)) return;
    const lost = there.get(key.table);
    const missing = lost && key.references.filter((column) => lost.has(column));
    if (!missing || missing.length > 0) {
      const target = missing ? `column ${missing.join(', ')} of table ${key.table}` : `table ${key.table}`;
      this.leaveOut(what, `${target} does not come over`);
      return;
    }
    const name = key.name === undefined ? undefined : context.names.member('foreign key', key.name, table.name);
    const clause = [
      `${this.named(name)}FOREIGN KEY (${this.list(key.columns)})`,
      `REFERENCES ${style.quote(key.table)} (${this.list(key.references)})`,
      ...this.action('ON DELETE', key.onDelete, what),
      ...this.action('ON UPDATE', key.onUpdate, what),
    ].join(' ');
    if (style.keysInside) this.lines.push(clause);
    else this.after.push({ text: `ALTER TABLE ${style.quote(table.name)} ADD ${clause}` });
  }

  private action(when: string, action: PortableForeignKey['onDelete'], what: string): readonly string[] {
    if (action === undefined) return [];
    if (this.style.actions.has(action)) return [`${when} ${action.toUpperCase()}`];
    this.leaveOut(`${when} ${action.toUpperCase()} of ${what}`, `${this.style.product} does not do that`);
    return [];
  }

  private indexes(): void {
    const { table, style, context } = this;
    for (const { name, unique, columns } of table.indexes) {
      const over = columns.map(({ column }) => column);
      if (!this.has(`index ${name}`, over)) continue;
      const own = context.names.member('index', name, table.name);
      const list = columns.map(({ column, descending }) => `${style.quote(column)}${descending ? ' DESC' : ''}`);
      this.after.unshift({
        text: `CREATE ${unique ? 'UNIQUE ' : ''}INDEX ${style.quote(own)} ON ${style.quote(table.name)} (${list.join(', ')})`,
      });
    }
  }
}

function columnsOf(expression: PortableTable['checks'][number]['expression']): readonly string[] {
  if ('column' in expression) return [expression.column];
  return 'of' in expression ? expression.of.flatMap(columnsOf) : [];
}
