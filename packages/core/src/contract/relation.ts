/** A table or view in terms that every relational engine shares; for readers, text output and comparisons across engines. */
export interface Relation {
  readonly name: string;
  readonly type: 'table' | 'view';
  readonly columns: readonly RelationColumn[];
  readonly primaryKey?: { readonly name?: string; readonly columns: readonly string[] };
  readonly foreignKeys: readonly RelationForeignKey[];
  readonly indexes: readonly RelationIndex[];
}

/** One column, in terms that every relational engine shares. */
export interface RelationColumn {
  readonly name: string;
  /** The engine's own type, as it prints it. */
  readonly type: string;
  readonly nullable: boolean;
  /** An SQL expression. */
  readonly default?: string;
  readonly generated?: string;
}

/** One foreign key. */
export interface RelationForeignKey {
  readonly name?: string;
  readonly columns: readonly string[];
  readonly references: { readonly table: string; readonly columns: readonly string[] };
  readonly onDelete?: string;
  readonly onUpdate?: string;
}

/** One index or unique constraint. */
export interface RelationIndex {
  readonly name: string;
  readonly unique: boolean;
  /** Column names, and expressions as SQL text. */
  readonly columns: readonly string[];
}
