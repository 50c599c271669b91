import type {
  Column,
  Expression,
  ForeignKey,
  Index,
  Key,
  Piece,
  Schema,
  Table,
  Thing,
  Trigger,
  View,
  VirtualTable,
} from './model.js';
import { quoteName } from './names.js';

/** How a schema is spelled: nothing of it is to make a difference to what the schema is. */
export interface Spelling {
  /** The quotes of names in tables and indexes. */
  readonly quotes: number;
  /** A keyword's case, the white space and the comments between clauses. */
  readonly keywords: 'upper' | 'lower';
  readonly gap: string;
}

export const plainSpelling: Spelling = { quotes: 0, keywords: 'upper', gap: ' ' };

/** The statements that create a schema, in an order that SQLite takes. */
export function printSchema(schema: Schema, spelling: Spelling = plainSpelling): readonly string[] {
  const printer = new Printer(schema, spelling);
  return schema.things.map((thing) => printer.print(thing));
}

class Printer {
  private readonly names = new Map<number, string>();

  constructor(
    schema: Schema,
    private readonly spelling: Spelling,
  ) {
    for (const thing of schema.things) {
      this.names.set(thing.id, thing.name);
      if (thing.is === 'table') for (const column of thing.columns) this.names.set(column.id, column.name);
      if (thing.is === 'view') for (const member of thing.members) this.names.set(member.id, member.name);
    }
  }

  print(thing: Thing): string {
    switch (thing.is) {
      case 'table':
        return this.table(thing);
      case 'index':
        return this.index(thing);
      case 'view':
        return this.view(thing);
      case 'trigger':
        return this.trigger(thing);
      case 'virtual':
        return this.virtual(thing);
      default:
        return thing satisfies never;
    }
  }

  private table(table: Table): string {
    const parts = [
      ...table.columns.map((column) => this.column(column, table)),
      ...(table.primaryKey && !isInline(table.primaryKey) ? [this.key('PRIMARY KEY', table.primaryKey)] : []),
      ...table.uniques.filter((key) => !isInline(key)).map((key) => this.key('UNIQUE', key)),
      ...table.checks.map(
        ({ name, expression }) => `${this.named(name)}${this.k('CHECK')} (${this.expression(expression)})`,
      ),
      ...table.foreignKeys.map((foreignKey) => this.foreignKey(foreignKey)),
    ];
    const options = [
      ...(table.withoutRowid ? [this.k('WITHOUT ROWID')] : []),
      ...(table.strict ? [this.k('STRICT')] : []),
    ];
    const head = `${this.k('CREATE TABLE')} ${this.q(table.name)}`;
    return `${head}${this.spelling.gap}(${parts.join(`,${this.spelling.gap}`)})${options.length > 0 ? ` ${options.join(', ')}` : ''}`;
  }

  private column(column: Column, table: Table): string {
    const { notNull, collation, check, generated } = column;
    const primary = inlineKey(table.primaryKey, column);
    const unique = table.uniques.find((key) => inlineKey(key, column));
    const type = table.strict ? strictType(column.type) : column.type;
    return [
      this.q(column.name),
      // SQLite takes a comment between a type and GENERATED for a part of the type.
      generated ? `${type} ${this.generated(generated)}` : type,
      primary && [
        this.k('PRIMARY KEY'),
        primary.parts[0]?.descending ? this.k('DESC') : '',
        primary.conflict ? `${this.k('ON CONFLICT')} ${primary.conflict}` : '',
        primary.autoincrement ? this.k('AUTOINCREMENT') : '',
      ],
      unique && [
        this.named(unique.name),
        this.k('UNIQUE'),
        unique.conflict ? `${this.k('ON CONFLICT')} ${unique.conflict}` : '',
      ],
      notNull !== undefined && [this.k('NOT NULL'), notNull ? `${this.k('ON CONFLICT')} ${notNull}` : ''],
      column.default !== undefined && !generated && `${this.k('DEFAULT')} ${column.default}`,
      collation && `${this.k('COLLATE')} ${collation}`,
      check && `${this.k('CHECK')} (${this.expression(check)})`,
    ]
      .flat()
      .filter(Boolean)
      .join(this.spelling.gap);
  }

  private generated({ as, stored }: NonNullable<Column['generated']>): string {
    return `${this.k('GENERATED ALWAYS AS')} (${this.expression(as)}) ${this.k(stored ? 'STORED' : 'VIRTUAL')}`;
  }

  private key(what: string, key: Key): string {
    const parts = key.parts.map(({ column, collation, descending }) =>
      [this.q(this.name(column)), collation && `${this.k('COLLATE')} ${collation}`, descending && this.k('DESC')]
        .filter(Boolean)
        .join(' '),
    );
    return `${this.named(key.name)}${this.k(what)} (${parts.join(', ')})${key.conflict ? ` ${this.k('ON CONFLICT')} ${key.conflict}` : ''}`;
  }

  private foreignKey({ name, columns, table, references, actions }: ForeignKey): string {
    const list = (ids: readonly number[]) => ids.map((id) => this.q(this.name(id))).join(', ');
    const target = references.length > 0 ? ` (${list(references)})` : '';
    return `${this.named(name)}${this.k('FOREIGN KEY')} (${list(columns)}) ${this.k('REFERENCES')} ${this.q(this.name(table))}${target} ${actions}`.trimEnd();
  }

  private index({ name, table, unique, terms, where }: Index): string {
    const list = terms
      .map(({ expression, suffix }) => `${this.expression(expression)}${suffix}`)
      .join(`,${this.spelling.gap}`);
    const tail = where ? `${this.spelling.gap}${this.k('WHERE')} ${this.expression(where)}` : '';
    return `${this.k(unique ? 'CREATE UNIQUE INDEX' : 'CREATE INDEX')} ${this.q(name)} ${this.k('ON')} ${this.q(this.name(table))} (${list})${tail}`;
  }

  private view({ name, sources, members, listed, tail }: View): string {
    const list = listed && members.length > 0 ? ` (${members.map((member) => quoteName(member.name)).join(', ')})` : '';
    const items = members.map((member) => {
      const value = this.expression(member.expression, true);
      return list ? value : `${value} AS ${quoteName(member.name)}`;
    });
    const from = sources
      .map(({ relation, alias }) => `${quoteName(this.name(relation))} AS ${alias}`)
      .join(`${this.spelling.gap}${this.k('JOIN')} `);
    const select = `${this.k('SELECT')}${this.spelling.gap}${items.length > 0 ? items.join(', ') : '*'}${this.spelling.gap}${this.k('FROM')} ${from}`;
    return `${this.k('CREATE VIEW')} ${quoteName(name)}${list} ${this.k('AS')}${this.spelling.gap}${select} ${this.expression(tail, true)}`.trimEnd();
  }

  private trigger({ name, on, event, of, when, body }: Trigger): string {
    const columns = of.length > 0 ? ` OF ${of.map((id) => quoteName(this.name(id))).join(', ')}` : '';
    const condition = when ? `${this.spelling.gap}${this.k('WHEN')} ${this.expression(when, true)}` : '';
    const lines = body.map(
      ({ pieces }) =>
        `${pieces.map((piece) => (typeof piece === 'object' && 'relation' in piece ? quoteName(this.name(piece.relation)) : this.piece(piece, true))).join('')};`,
    );
    const head = `${this.k('CREATE TRIGGER')} ${quoteName(name)} ${event}${columns} ON ${quoteName(this.name(on))}`;
    return `${head}${condition}${this.spelling.gap}${this.k('BEGIN')} ${lines.join(' ')} ${this.k('END')}`;
  }

  private virtual({ name, module, columns, options, content }: VirtualTable): string {
    const external = content ? [`content=${quoteName(this.name(content.table))}`] : [];
    const named = content ? content.columns.map((id) => quoteName(this.name(id))) : columns;
    return `CREATE VIRTUAL TABLE ${quoteName(name)} USING ${module}(${[...named, ...external, ...options].join(', ')})`;
  }

  private expression(expression: Expression, plain = false): string {
    return expression.map((piece) => this.piece(piece, plain)).join('');
  }

  private piece(piece: Piece, plain: boolean): string {
    if (typeof piece === 'string') return piece;
    const name = plain ? quoteName(this.name(piece.column)) : this.q(this.name(piece.column));
    return piece.of ? `${piece.of}.${name}` : name;
  }

  private name(id: number): string {
    const name = this.names.get(id);
    if (name === undefined) throw new Error(`nothing has the id ${id}`);
    return name;
  }

  private named(name: string | undefined): string {
    return name === undefined ? '' : `${this.k('CONSTRAINT')} ${this.q(name)} `;
  }

  private q(name: string): string {
    return quoteName(name, this.spelling.quotes);
  }

  private k(keyword: string): string {
    return this.spelling.keywords === 'lower' ? keyword.toLowerCase() : keyword;
  }
}

function isInline(key: Key): boolean {
  return (
    key.parts.length === 1 &&
    (key.inline === true || key.autoincrement === true) &&
    key.parts[0]?.collation === undefined
  );
}

function inlineKey(key: Key | undefined, column: Column): Key | undefined {
  return key && isInline(key) && key.parts[0]?.column === column.id ? key : undefined;
}

/** STRICT tables know six types. */
function strictType(type: string): string {
  const upper = type.toUpperCase();
  if (/^(?:INT|INTEGER|REAL|TEXT|BLOB|ANY)$/.test(upper)) return type;
  if (upper.includes('INT')) return 'INT';
  if (/CHAR|CLOB|TEXT|JSON|DATE/.test(upper)) return 'TEXT';
  return /REAL|FLOA|DOUB/.test(upper) ? 'REAL' : 'ANY';
}
