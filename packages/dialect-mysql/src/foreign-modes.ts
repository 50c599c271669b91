/** Values of `sql_mode` in which the same text says something else. */
const rereading = [
  ...['ANSI', 'ANSI_QUOTES', 'NO_BACKSLASH_ESCAPES', 'PIPES_AS_CONCAT', 'HIGH_NOT_PRECEDENCE', 'EMPTY_STRING_IS_NULL'],
  ...['ORACLE', 'MSSQL', 'DB2', 'POSTGRESQL', 'MAXDB'],
];

/** The values that none of our sessions has: those, and what else is shown or taken by them. */
export const foreignModes: ReadonlySet<string> = new Set([
  ...rereading,
  ...['IGNORE_SPACE', 'NO_FIELD_OPTIONS', 'NO_TABLE_OPTIONS', 'NO_KEY_OPTIONS'],
]);

const rereads: ReadonlySet<string> = new Set(rereading);

/** The first value by which a SET statement of a file has what stands below it say something else; dumps put back what they saved in a variable. */
export function rereadingMode(text: string): string | undefined {
  if (!/\bsql_mode\b/i.test(text)) return undefined;
  const values = text.match(/'[^']*'|"[^"]*"/g) ?? [];
  return values
    .flatMap((value) => value.slice(1, -1).split(','))
    .map((name) => name.trim().toUpperCase())
    .find((name) => rereads.has(name));
}
