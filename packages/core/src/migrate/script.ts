/** One way of a migration: what it executes, and whether all of it commits together. */
export interface ScriptPart {
  readonly text: string;
  readonly atomic: boolean;
}

/** One migration, as a folder holds it. */
export interface Script {
  /** What its tool knows it by: a version, or a name. */
  readonly id: string;
  /** What people call it: the name of its file or folder. */
  readonly name: string;
  readonly path: string;
  readonly up: ScriptPart;
  readonly down?: ScriptPart;
  /** What its tool keeps to tell whether it was changed, where it does. */
  readonly checksum?: string;
  /** Run again whenever it was changed, behind all others. */
  readonly repeats?: true;
  /** Of a folder that keeps a list: when it was added, in milliseconds. */
  readonly when?: number;
}

/** A migration as a bookkeeping table holds it. */
export interface Applied {
  readonly id: string;
  readonly checksum?: string;
  /** It began, and did not come to its end. */
  readonly failed?: true;
}
