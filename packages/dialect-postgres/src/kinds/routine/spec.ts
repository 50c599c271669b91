import type { SchemaObject } from '@sync/core';

/** One argument of a routine. */
export interface RoutineArgument {
  /** Absent for one that only goes in. */
  readonly mode?: 'OUT' | 'INOUT' | 'VARIADIC';
  readonly name?: string;
  readonly type: string;
  readonly default?: string;
}

/** What a routine runs. */
export type RoutineBody =
  /** Text that nobody has understood until it is called; the server knows nothing of what is named in it. */
  | { readonly text: string; readonly file?: string }
  /** RETURN … or BEGIN ATOMIC … END, as the server prints it. */
  | { readonly sql: string };

/** A function or procedure. */
export interface RoutineSpec {
  readonly arguments: readonly RoutineArgument[];
  /** The types that tell overloads apart. */
  readonly inputs: readonly string[];
  /** Of a function, `SETOF integer` or `TABLE(a integer)`. */
  readonly returns?: string;
  readonly language: string;
  readonly body: RoutineBody;
  readonly window?: true;
  readonly volatility?: 'IMMUTABLE' | 'STABLE';
  readonly strict?: true;
  readonly securityDefiner?: true;
  readonly leakproof?: true;
  readonly parallel?: 'SAFE' | 'RESTRICTED';
  readonly cost?: string;
  readonly rows?: string;
  readonly support?: string;
  /** `search_path=app, public`; sorted. */
  readonly settings?: readonly string[];
  readonly transforms?: readonly string[];
}

/** The name of a routine without the types that tell it from others. */
export function bareName({ name, spec }: SchemaObject<{ readonly inputs: readonly string[] }>): string {
  const types = `(${spec.inputs.join(', ')})`;
  return name.endsWith(types) ? name.slice(0, -types.length) : name;
}

/** The name of a routine once its types are called so. One that is renamed itself is called by the types of the end from the beginning on. */
export function nameBy(
  object: SchemaObject<{ readonly inputs: readonly string[] }>,
  inputs: readonly string[],
): string {
  const bare = bareName(object);
  return bare === object.name ? bare : `${bare}(${inputs.join(', ')})`;
}
