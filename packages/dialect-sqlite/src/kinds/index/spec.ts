/** One term of an index: a column by its folded name, or an expression. */
export interface IndexTerm {
  readonly column?: string;
  readonly expression?: string;
  /** Where it differs from the column's own. */
  readonly collation?: string;
  readonly descending?: true;
}

/** An index. */
export interface IndexSpec {
  readonly unique: boolean;
  readonly terms: readonly IndexTerm[];
  /** The condition of a partial index. */
  readonly where?: string;
}

/** Recognises the spec of an index. */
export function isIndexSpec(spec: unknown): spec is IndexSpec {
  return typeof spec === 'object' && spec !== null && Array.isArray((spec as Partial<IndexSpec>).terms);
}
