/** How to start the dump program of a server's own version, by the server's name, or why there is none; CI must have it. */
export function dumpProgram(
  name: string,
): Promise<{ readonly program: readonly string[] } | { readonly absent: string }>;

/** The same of the engine's own client. */
export function clientProgram(
  name: string,
): Promise<{ readonly program: readonly string[] } | { readonly absent: string }>;

/** What the program writes of the database of a URL. */
export function dump(program: readonly string[], url: string, options?: readonly string[]): Promise<string>;
