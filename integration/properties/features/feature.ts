/** Something that a schema can have, in one of several forms. In a statement `@name` stands for what is called so, by its present name. */
export interface Feature {
  readonly forms: readonly (readonly string[])[];
  /** What has to be there, too. */
  readonly needs?: readonly string[];
  /** The first version of the server that has it. */
  readonly since?: number;
  readonly rows?: readonly string[];
}

/** What can be renamed: what it is called and what else it may be called. */
export interface Name {
  readonly called: readonly [string, string];
  /** What it lies in, by its key here: a schema, or the object that a column is of. */
  readonly in?: string;
  /** A column is written by its own name alone. */
  readonly isColumn?: true;
}
