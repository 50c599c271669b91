/** A value and where it was said: `/app/schema-sync.config.yaml: profiles.production.url`, or `--url`. */
export interface Placed<T = string> {
  readonly value: T;
  readonly at: string;
}

/** One level of a config that may say a value: a profile, the defaults. */
export interface Layer<T> {
  /** Its path in the config; empty for the config itself. */
  readonly path: string;
  readonly values: T;
}

/** How messages name a place of a config. */
export function placeIn(file: string | undefined, path: string, name?: string): string {
  return `${file ?? 'config'}: ${name === undefined ? path : joinPath(path, name)}`;
}

/** `profiles.production`, with names that are no words in quotes. */
export function joinPath(path: string, name: string): string {
  const part = /^[A-Za-z_][\w-]*$/.test(name) ? name : JSON.stringify(name);
  return path ? `${path}.${part}` : part;
}

/** What the first level that says a value says, with the place; a level that says `undefined` says nothing. */
export function firstOf<T, K extends keyof T & string>(
  file: string | undefined,
  layers: readonly Layer<T>[],
  name: K,
): Placed<NonNullable<T[K]>> | undefined {
  for (const { path, values } of layers) {
    const value = values[name];
    if (value !== undefined && value !== null) return { value, at: placeIn(file, path, name) };
  }
  return undefined;
}
