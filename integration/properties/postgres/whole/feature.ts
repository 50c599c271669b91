/** Something that a schema can have, in one of several forms. In a statement `@name` stands for what is called so, by its present name. */
export interface Feature {
  readonly forms: readonly (readonly string[])[];
  /** What has to be there, too. */
  readonly needs?: readonly string[];
  /** The first version of the server that has it. */
  readonly since?: number;
  readonly rows?: readonly string[];
}
