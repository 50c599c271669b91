/** When the server uses a cast by itself. */
export type CastContext = 'ASSIGNMENT' | 'IMPLICIT';

/** A cast from one type to another. */
export interface CastSpec {
  readonly source: string;
  readonly target: string;
  /** The function that it calls, with its arguments; absent where it goes by texts, or changes nothing. */
  readonly function?: string;
  readonly byText?: true;
  /** Absent where it has to be written. */
  readonly as?: CastContext;
}

/** A cast is called by its two types. */
export function castName({ source, target }: Pick<CastSpec, 'source' | 'target'>): string {
  return `${source} as ${target}`;
}
