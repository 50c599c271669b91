/** A virtual table: a module and what it is told. */
export interface VirtualTableSpec {
  /** Folded. */
  readonly module: string;
  /** In their order, each in normalised form. */
  readonly arguments: readonly string[];
}
