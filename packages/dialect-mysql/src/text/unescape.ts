const meanings: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0', Z: '\u001a' };

/**
 * An expression as it can be executed: MySQL shows those of columns, checks and indexes with its strings escaped once more than they were written.
 * https://dev.mysql.com/doc/refman/9.7/en/information-schema-columns-table.html
 */
export function unescapeExpression(text: string): string {
  return text.replace(/\\(.)/gs, (_, char: string) => meanings[char] ?? char);
}
