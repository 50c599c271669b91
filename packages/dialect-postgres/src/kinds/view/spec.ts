/** A column of a view or materialized view. */
export interface ViewColumn {
  readonly name: string;
  readonly type: string;
  /** As SQL, where it is not the type's own. */
  readonly collation?: string;
  /** What an insert into the view puts there; only of a view. */
  readonly default?: string;
}

/** A view. */
export interface ViewSpec {
  /** As the server prints it. */
  readonly select: string;
  /** In their order. */
  readonly columns: readonly ViewColumn[];
  /** `security_barrier=true`; sorted. */
  readonly options?: readonly string[];
}

/** A materialized view. What it holds is data. */
export interface MaterializedViewSpec extends ViewSpec {
  /** Where it is not `heap`. */
  readonly method?: string;
}
