/** A piece of an expression: SQL text, or a member of a relation by its id, so that a rename carries every mention along. */
export type Piece = string | Ref;

/** A mention of a column. */
export interface Ref {
  readonly column: number;
  /** `NEW`, `OLD`, or the alias of a source; absent for the bare column. */
  readonly of?: string;
}

export type Expression = readonly Piece[];

export interface Column {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  readonly notNull?: string;
  readonly default?: string;
  readonly collation?: string;
  readonly check?: Expression;
  readonly generated?: { readonly as: Expression; readonly stored: boolean };
}

export interface KeyPart {
  readonly column: number;
  readonly descending?: boolean;
  readonly collation?: string;
}

export interface Key {
  readonly name?: string;
  readonly parts: readonly KeyPart[];
  readonly conflict?: string;
  readonly autoincrement?: boolean;
  /** Written on the column, where it has one. */
  readonly inline?: boolean;
}

export interface Check {
  readonly name?: string;
  readonly expression: Expression;
}

export interface ForeignKey {
  readonly name?: string;
  readonly columns: readonly number[];
  readonly table: number;
  readonly references: readonly number[];
  readonly actions: string;
}

export interface Table {
  readonly is: 'table';
  readonly id: number;
  readonly name: string;
  readonly columns: readonly Column[];
  readonly strict: boolean;
  readonly withoutRowid: boolean;
  readonly primaryKey?: Key;
  readonly uniques: readonly Key[];
  readonly checks: readonly Check[];
  readonly foreignKeys: readonly ForeignKey[];
}

export interface Index {
  readonly is: 'index';
  readonly id: number;
  readonly name: string;
  readonly table: number;
  readonly unique: boolean;
  readonly terms: readonly { readonly expression: Expression; readonly suffix: string }[];
  readonly where?: Expression;
}

export interface View {
  readonly is: 'view';
  readonly id: number;
  readonly name: string;
  readonly sources: readonly { readonly relation: number; readonly alias: string }[];
  /** Empty for `SELECT *`. */
  readonly members: readonly { readonly id: number; readonly name: string; readonly expression: Expression }[];
  /** The names stand after the view's own name and not in the query. */
  readonly listed: boolean;
  readonly tail: Expression;
}

export interface Trigger {
  readonly is: 'trigger';
  readonly id: number;
  readonly name: string;
  readonly on: number;
  /** `AFTER INSERT`, `BEFORE UPDATE`, `INSTEAD OF DELETE` */
  readonly event: string;
  readonly of: readonly number[];
  readonly when?: Expression;
  readonly body: readonly {
    readonly relation?: number;
    readonly pieces: readonly (Piece | { readonly relation: number })[];
  }[];
}

export interface VirtualTable {
  readonly is: 'virtual';
  readonly id: number;
  readonly name: string;
  readonly module: 'fts5' | 'rtree' | 'rtree_i32';
  readonly columns: readonly string[];
  readonly options: readonly string[];
  /** An FTS5 table over the rows of another one, whose columns it names. */
  readonly content?: { readonly table: number; readonly columns: readonly number[] };
}

export type Thing = Table | Index | View | Trigger | VirtualTable;

/** A schema as the generators see it: everything refers by id, so that edits need not know who mentions what. */
export interface Schema {
  readonly things: readonly Thing[];
  readonly nextId: number;
}

export function tablesOf(schema: Schema): readonly Table[] {
  return schema.things.filter((thing) => thing.is === 'table');
}

export function viewsOf(schema: Schema): readonly View[] {
  return schema.things.filter((thing) => thing.is === 'view');
}

/** The ids and names of what can be selected from a relation. */
export function membersOf(relation: Table | View): readonly { readonly id: number; readonly name: string }[] {
  return relation.is === 'table' ? relation.columns : relation.members;
}

/** Takes one of several by a number that knows nothing of how many there are. */
export function pick<T>(from: readonly T[], choice: number): T | undefined {
  return from[choice % from.length];
}
