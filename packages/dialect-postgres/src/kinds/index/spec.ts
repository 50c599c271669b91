/** An index that is no constraint's. */
export interface IndexSpec {
  readonly unique: boolean;
  /** From USING on, as the server prints it. */
  readonly definition: string;
}
