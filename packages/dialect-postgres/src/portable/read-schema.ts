import {
  type Catalogue,
  fitDefault,
  type NotCarried,
  type PortableAction,
  type PortableCheck,
  type PortableColumn,
  type PortableForeignKey,
  type PortableIndex,
  type PortableKey,
  type PortableSchema,
  type PortableTable,
  partGuards,
  partsOf,
  readExpression,
  readValue,
  type SchemaObject,
  tokenizeMeaning,
  unquote,
} from '@sync/core';
import type { CommentSpec } from '../kinds/comment-kind.js';
import { isOfPeriods, splitForeignKey } from '../kinds/constraint/foreign-key.js';
import type { ConstraintSpec } from '../kinds/constraint/spec.js';
import type { EnumSpec } from '../kinds/enum/spec.js';
import type { IndexSpec } from '../kinds/index/spec.js';
import { type ColumnSpec, columnsInOrder, type TableSpec } from '../kinds/table/spec.js';
import { postgresLexis } from '../lexis.js';
import { schemaOf } from '../schema-of.js';
import { listsIn } from '../text/lists-in.js';
import { titled, wordsOf } from '../text/qualified.js';
import { reading } from './expressions.js';
import { readType } from './read-type.js';

/** Kinds of which there are tables and their parts. */
export const carriedKinds: ReadonlySet<string> = new Set([
  'table',
  'index',
  'postgres/constraint',
  'postgres/comment',
  'postgres/enum',
  'schema',
]);

/** A schema in terms of no engine: what lies in the home schema. */
export function readPostgresSchema(catalogue: Catalogue): PortableSchema {
  const notCarried: NotCarried[] = [];
  const enums = new Map<string, readonly string[]>();
  const owned = new Set<string>();
  for (const object of catalogue) {
    if (object.kind === 'postgres/enum') enums.set(typeName(object), (object.spec as EnumSpec).labels);
    if (object.kind === 'table')
      for (const column of (object.spec as TableSpec).columns) for (const at of column.owns ?? []) owned.add(at);
  }
  const tables: PortableTable[] = [];
  for (const object of catalogue) {
    const what = titled(object.address);
    if (object.kind === 'table' && schemaOf(object) === 'public') {
      tables.push(new TableReader(object as SchemaObject<TableSpec>, catalogue, enums, notCarried).read());
    } else if (object.kind === 'table') notCarried.push({ what, reason: 'it lies in another schema than public' });
    else if (!carriedKinds.has(object.kind) && !owned.has(object.address))
      notCarried.push({ what, reason: `no other engine has a ${wordsOf(object.kind)} that means the same` });
  }
  return { tables, notCarried };
}

/** A type as the server prints it in a column. */
function typeName({ address }: SchemaObject): string {
  const { parts: path } = partsOf(address);
  const [name = '', schema = 'public'] = [...path].reverse();
  const quote = (word: string) => (/^[a-z_][a-z0-9_]*$/.test(word) ? word : `"${word.replaceAll('"', '""')}"`);
  return `${quote(schema)}.${quote(name)}`;
}

const actions: Readonly<Record<string, PortableAction>> = {
  CASCADE: 'cascade',
  RESTRICT: 'restrict',
  'SET NULL': 'set null',
  'SET DEFAULT': 'set default',
};

class TableReader {
  private primaryKey: PortableKey | undefined;
  private readonly uniques: PortableKey[] = [];
  private readonly foreignKeys: PortableForeignKey[] = [];
  private readonly checks: PortableCheck[] = [];
  private readonly indexes: PortableIndex[] = [];
  private comment: CommentSpec = {};

  constructor(
    private readonly table: SchemaObject<TableSpec>,
    private readonly catalogue: Catalogue,
    private readonly enums: ReadonlyMap<string, readonly string[]>,
    private readonly notCarried: NotCarried[],
  ) {}

  read(): PortableTable {
    const { table } = this;
    for (const child of this.catalogue.children(table.address)) this.child(child);
    const { spec, name } = table;
    for (const [has, what] of [
      [spec.parents, 'what it has from other tables'],
      [spec.partitionBy, 'partitioning'],
      [spec.rowSecurity, 'row security'],
    ] as const)
      if (has !== undefined) this.leaveOut(what, 'no other engine has it');
    const { bounds, checks } = partGuards(name, this.checks);
    const key = new Set(this.primaryKey?.columns);
    const columns = columnsInOrder(table).map((column) => {
      const labels = this.enums.get(column.type);
      const { type, carriage, reason } = readType(column.type, labels, bounds.get(column.name));
      return fitDefault({
        name: column.name,
        native: column.type,
        type,
        carriage,
        ...(reason !== undefined && { reason }),
        ...((column.notNull || key.has(column.name)) && { notNull: true }),
        ...this.value(column),
        ...this.columnComment(column.name),
      });
    });
    return {
      name,
      columns,
      ...(this.primaryKey && { primaryKey: this.primaryKey }),
      uniques: this.uniques,
      foreignKeys: this.foreignKeys,
      checks,
      indexes: this.indexes,
      ...(this.comment.text !== undefined && { comment: this.comment.text }),
    };
  }

  private leaveOut(what: string, reason: string): void {
    this.notCarried.push({ what: `${what} of ${this.table.name}`, reason });
  }

  private columnComment(name: string): Pick<PortableColumn, 'comment'> {
    const comment = this.comment.columns?.[name];
    return comment === undefined ? {} : { comment };
  }

  private value(column: ColumnSpec): Pick<PortableColumn, 'default' | 'generated' | 'numbered'> {
    const { identity, owns } = column;
    const isSerial = owns !== undefined && /^nextval\(/.test(column.default ?? '');
    if (identity || isSerial) return { numbered: true };
    return readValue(column, reading, (what, reason) => this.leaveOut(what, reason));
  }

  private child(object: SchemaObject): void {
    if (object.kind === 'postgres/constraint') this.constraint(object as SchemaObject<ConstraintSpec>);
    else if (object.kind === 'index') this.index(object as SchemaObject<IndexSpec>);
    else if (object.kind === 'postgres/comment') this.comment = object.spec as CommentSpec;
  }

  private constraint({ name, spec }: SchemaObject<ConstraintSpec>): void {
    const { definition, type } = spec;
    if (type === 'foreign key') {
      this.foreignKey(name, spec);
      return;
    }
    if (type === 'check') {
      const expression = readExpression(definition.replace(/^CHECK /, ''), reading);
      if (expression) this.checks.push({ name, expression });
      else this.leaveOut(`check ${name}`, `${definition} does not mean the same everywhere`);
      return;
    }
    const columns = plainColumns(definition, /^(?:PRIMARY KEY|UNIQUE)$/);
    if (!columns || type === 'exclusion') {
      this.leaveOut(`constraint ${name}`, `no other engine has ${definition}`);
      return;
    }
    const over = columns.map(({ column }) => column);
    if (type === 'unique') this.uniques.push({ name, columns: over });
    else this.primaryKey = { ...(name !== `${this.table.name}_pkey` && { name }), columns: over };
  }

  private foreignKey(name: string, { definition, references }: ConstraintSpec): void {
    const { own, actions: told } = splitForeignKey(definition);
    const [columns, other] = listsIn(definition);
    if (!references || !columns || !other || isOfPeriods(own) || / \(|MATCH|DEFERRABLE/.test(told)) {
      this.leaveOut(`foreign key ${name}`, `no other engine has ${definition}`);
      return;
    }
    const action = (when: string) => actions[new RegExp(`ON ${when} (\\w+(?: NULL| DEFAULT)?)`).exec(told)?.[1] ?? ''];
    const [onDelete, onUpdate] = [action('DELETE'), action('UPDATE')];
    this.foreignKeys.push({
      name,
      columns: columns.items.map(nameIn),
      table: partsOf(references).parts.join('.'),
      references: other.items.map(nameIn),
      ...(onDelete && { onDelete }),
      ...(onUpdate && { onUpdate }),
    });
  }

  private index({ name, spec }: SchemaObject<IndexSpec>): void {
    const columns = plainColumns(spec.definition, /^USING btree$/);
    if (columns) this.indexes.push({ name, columns, ...(spec.unique && { unique: true }) });
    else this.leaveOut(`index ${name}`, `no other engine has ${spec.definition}`);
  }
}

/** The columns of a key or an index that is over columns and nothing else; undefined where it says more. */
function plainColumns(
  definition: string,
  before: RegExp,
): readonly { readonly column: string; readonly descending?: true }[] | undefined {
  const [list, ...more] = listsIn(definition);
  if (!list || more.length > 0 || !before.test(list.after) || !definition.endsWith(')')) return undefined;
  const columns = list.items.map((item) => {
    const [name, word, ...others] = tokenizeMeaning(item, postgresLexis);
    const isPlain = name && (name.type === 'word' || name.type === 'quoted') && others.length === 0;
    if (!isPlain || (word && word.text !== 'DESC')) return undefined;
    return { column: unquote(name, postgresLexis), ...(word && { descending: true as const }) };
  });
  return columns.some((column) => column === undefined) ? undefined : columns.filter((column) => column !== undefined);
}

function nameIn(item: string): string {
  const [token] = tokenizeMeaning(item, postgresLexis);
  return token ? unquote(token, postgresLexis) : item;
}
