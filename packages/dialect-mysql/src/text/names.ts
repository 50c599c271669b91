/** A name in the quotes that hold whatever sql_mode is set. */
export function quoteName(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}

/** Several names in a list. */
export function quoteNames(names: readonly string[]): string {
  return names.map(quoteName).join(', ');
}

/** The names of columns, keys and constraints, and of routines and events, are one in whatever case they are written. */
export function foldMember(name: string): string {
  return name.toLowerCase();
}
