const escapes: Readonly<Record<string, string>> = { '\0': '\\0', '\\': '\\\\', "'": "''", '\u001a': '\\Z' };

/** A text as SQL, for sessions in which a backslash escapes. */
export function quoteText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these end a literal, or a whole statement, in the clients of the engine.
  return `'${text.replace(/[\0\\'\u001a]/g, (char) => escapes[char] ?? char)}'`;
}

/** A value as SQL. Objects and lists are stored as JSON text. */
export function writeLiteral(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  switch (typeof value) {
    case 'boolean':
      return value ? 'TRUE' : 'FALSE';
    case 'number':
      return Number.isFinite(value) ? String(value) : 'NULL';
    case 'bigint':
      return value.toString();
    case 'string':
      return quoteText(value);
    default:
      return value instanceof Uint8Array
        ? `x'${Buffer.from(value).toString('hex')}'`
        : quoteText(JSON.stringify(value));
  }
}
