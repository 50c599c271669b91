/**
 * Rows of one parameter, a list of objects, as SQL: a statement takes 65,535 parameters at most, and a plan may change more than that.
 * https://dev.mysql.com/doc/refman/9.7/en/json-table-functions.html
 */
export function rowsOf(columns: Readonly<Record<string, string>>): string {
  const list = Object.entries(columns).map(([name, type]) => {
    const text = type === 'int' ? type : `${type} CHARACTER SET utf8mb4`;
    return `\`${name}\` ${text} PATH '$.${name}'`;
  });
  return `JSON_TABLE(?, '$[*]' COLUMNS (${list.join(', ')}))`;
}
