/** What a module exports that declares a schema. */
export type Declared = Readonly<Record<string, unknown>>;

/** A schema as it changes: each version follows from the one before it, and leads back to it. */
export interface Story {
  readonly name: string;
  readonly versions: readonly Declared[];
  /** Statements that insert rows into a version. */
  readonly rows: readonly string[] | ((version: number) => readonly string[]);
  /** What Drizzle Kit gets wrong, by the step: `0>1`. A step that it gets right may not stand here. */
  readonly wrong?: Readonly<Record<string, string>>;
  readonly casing?: 'snake_case' | 'camelCase';
}

export function rowsOf({ rows }: Story, version: number): readonly string[] {
  return typeof rows === 'function' ? rows(version) : rows;
}

/** The steps of a story, all the way to its end and back. */
export function stepsOf({ versions }: Story): readonly (readonly [from: number, to: number])[] {
  const there = versions.slice(1).map((_, i) => [i, i + 1] as const);
  return [...there, ...there.toReversed().map(([from, to]) => [to, from] as const)];
}
