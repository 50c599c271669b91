/** What somebody may do with an object or a column of it. */
export interface Grant {
  /** Absent for everybody. */
  readonly to?: string;
  readonly privilege: string;
  readonly column?: string;
  /** It may be passed on. */
  readonly grantable?: true;
}

/** Who owns an object, and what others may do with it: as much of it as was asked for. */
export interface AccessSpec {
  readonly owner?: string;
  /** Sorted; absent where it is what the server assumes. */
  readonly grants?: readonly Grant[];
  /** What the owner may not do, sorted: an owner may do everything unless somebody takes it away. */
  readonly withheld?: readonly string[];
}
