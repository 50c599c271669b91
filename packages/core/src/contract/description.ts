/** An object as people read it, in the engine's words: everything that makes it what it is, without what belongs to other objects. */
export interface Description {
  /** What stands behind its name, on the same line: `unique (lower(mail)) where total > 0`. */
  readonly head?: string;
  readonly columns?: readonly DescribedColumn[];
  /** Its constraints and whatever else it has, a line each. */
  readonly parts?: readonly DescribedPart[];
  /** What defines it, where that is a text of some length: the body of a trigger. */
  readonly body?: string;
}

/** One column: `mail  TEXT  not null collate nocase`. */
export interface DescribedColumn {
  readonly name: string;
  /** The engine's own type, as it prints it. */
  readonly type: string;
  /** Whatever else is to be said of it. */
  readonly facts: readonly string[];
}

/** One line of a description: `check  length(name) > 0`. */
export interface DescribedPart {
  /** `primary key`, `check`. */
  readonly type: string;
  readonly text: string;
  /** Its own name, where it was given one. */
  readonly name?: string;
}
