/** What a text in dollars, or in quotes, holds. */
export function insideOf(literal: string): string {
  const mark = /^\$[^$]*\$/.exec(literal)?.[0];
  if (mark !== undefined) return literal.slice(mark.length, -mark.length);
  return literal.slice(literal.indexOf("'") + 1, -1).replaceAll("''", "'");
}
