/** What the catalogue's queries return; every text in it is as the server prints it with a search path of pg_catalog alone. */
export interface CatalogueRows {
  readonly namespaces: readonly NamespaceRow[];
  readonly relations: readonly RelationRow[];
  readonly columns: readonly ColumnRow[];
  readonly constraints: readonly ConstraintRow[];
  readonly indexes: readonly IndexRow[];
  readonly sequences: readonly SequenceRow[];
  readonly enums: readonly EnumRow[];
  readonly dependencies: readonly DependencyRow[];
  readonly uncovered: readonly UncoveredRow[];
}

export interface NamespaceRow {
  readonly oid: number;
  readonly name: string;
}

export interface RelationRow {
  readonly oid: number;
  readonly namespace: number;
  readonly name: string;
  /** `r` table, `v` view, `S` sequence; others are not covered. */
  readonly kind: string;
  readonly rowType: number;
  readonly unlogged: boolean;
  readonly options: readonly string[] | null;
  /** Of a view. */
  readonly definition: string | null;
  /** Why a table is left alone. */
  readonly obstacle: string | null;
}

export interface ColumnRow {
  readonly relation: number;
  readonly number: number;
  readonly name: string;
  readonly type: string;
  readonly typeOid: number;
  readonly notNull: boolean;
  /** The default's expression, or a generated column's. */
  readonly expression: string | null;
  /** Empty, `s` stored or `v` virtual. */
  readonly generated: string;
  /** Empty, `a` always or `d` by default. */
  readonly identity: string;
  /** Where it is not the type's own; as SQL. */
  readonly collation: string | null;
  /** Where it is not the type's own. */
  readonly storage: string | null;
  readonly compression: string;
}

export interface ConstraintRow {
  readonly oid: number;
  readonly relation: number;
  readonly name: string;
  /** `p` primary key, `u` unique, `c` check, `f` foreign key, `x` exclusion. */
  readonly type: string;
  readonly definition: string;
  readonly valid: boolean;
  readonly columns: readonly string[] | null;
  /** The index that a key stands on; for a foreign key the one that it refers to. */
  readonly index: number;
  readonly references: number;
  readonly referenced: readonly string[] | null;
}

export interface IndexRow {
  readonly oid: number;
  readonly relation: number;
  readonly namespace: number;
  readonly name: string;
  /** From USING on. */
  readonly definition: string;
  readonly unique: boolean;
  readonly valid: boolean;
  readonly columns: readonly string[];
  /** The constraint that it belongs to, or 0. */
  readonly constraint: number;
}

export interface SequenceRow {
  readonly oid: number;
  readonly type: string;
  readonly start: string;
  readonly increment: string;
  readonly minimum: string;
  readonly maximum: string;
  readonly cache: string;
  readonly cycle: boolean;
  /** The table that it goes with, or 0. */
  readonly owner: number;
  readonly column: number;
  /** Whether it is the inside of an identity column. */
  readonly internal: boolean;
}

export interface EnumRow {
  readonly oid: number;
  readonly array: number;
  readonly namespace: number;
  readonly name: string;
  readonly labels: readonly string[];
}

/** An object that the server would not let go without another. */
export interface DependencyRow {
  readonly catalogue: string;
  readonly oid: number;
  readonly on: string;
  readonly onOid: number;
  /** The column of the other that is used, or 0. */
  readonly column: number;
}

export interface UncoveredRow {
  readonly namespace: number;
  readonly kind: string;
  readonly name: string;
}
