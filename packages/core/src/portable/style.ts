import type { PortableAction, PortableColumn, PortableExpression } from '../contract/portable.js';
import type { Statement } from '../contract/statement.js';
import type { Mark } from './carriage.js';
import type { ExpressionStyle } from './print-expression.js';

/** What its table makes of a column. */
export interface ColumnUse {
  readonly table: string;
  /** It is in a key or an index. */
  readonly keyed: boolean;
  /** The columns of each key and index that it is in, itself among them. */
  readonly keys: readonly (readonly PortableColumn[])[];
  /** It is the whole primary key. */
  readonly primary: boolean;
  /** It begins a key or an index. */
  readonly leading: boolean;
  /** The engine numbers it, or it refers to one that is numbered. */
  readonly counted: boolean;
}

/** A type in the words of an engine. */
export interface NativeType extends Mark {
  readonly type: string;
  /** What keeps values out that the type lets in and the original does not. */
  readonly guard?: PortableExpression;
  /** What has to be there first: a type of its own. */
  readonly before?: Statement;
}

/** The members of a table that have names. */
export type NamedMember = 'index' | 'key' | 'foreign key' | 'check';

/** What makes one engine's definitions differ from another's: data, from which a schema is written. */
export interface PortableStyle {
  /** For people, in their capitals. */
  readonly product: string;
  quote(name: string): string;
  /** What tells names inside of a table apart. */
  fold(name: string): string;
  /** What tells tables apart. */
  foldTable(name: string): string;
  /** How long a name may be: in bytes, or in characters. */
  readonly names: { readonly most: number; readonly unit: 'bytes' | 'characters' };
  /** Members of which the schema has no two of one name. Those of a table are in one namespace or another by themselves. */
  readonly namedOnce: ReadonlySet<NamedMember>;
  /** Whether tables share that namespace with indexes. */
  readonly tablesAmongIndexes: boolean;
  type(column: PortableColumn, use: ColumnUse): NativeType;
  readonly expressions: ExpressionStyle;
  /** A default in its place; undefined where such a column takes none. */
  default(text: string, column: PortableColumn, type: string): string | undefined;
  /** What has a column numbered; undefined where that cannot be. Where it makes the primary key, nothing else does. */
  numbered(column: PortableColumn, use: ColumnUse): { readonly clause: string; readonly isKey?: true } | undefined;
  /** Whether a column that is computed when it is read can be had. */
  readonly virtual: boolean;
  /** What is said of nulls where they are allowed, or not; of a computed column, too, where that is taken. */
  readonly nullable: string;
  readonly generatedNotNull: boolean;
  /** Whether foreign keys stand in the table's own definition. */
  readonly keysInside: boolean;
  readonly actions: ReadonlySet<PortableAction>;
  readonly primaryKeyNames: boolean;
  /** Where comments are written; absent where there are none. */
  readonly comments?:
    | { readonly clause: (text: string) => string }
    | {
        readonly table: (table: string, text: string) => Statement;
        readonly column: (table: string, column: string, text: string) => Statement;
      };
  /** What stands behind the parentheses of each table. */
  readonly options?: string;
}
