/** A view. */
export interface ViewSpec {
  /** The names of its columns, where they are declared. */
  readonly columns?: readonly string[];
  /** In normalised form. */
  readonly select: string;
  /** The result terms that name columns after their own text, where the view does not name them. */
  readonly names?: readonly string[];
}
