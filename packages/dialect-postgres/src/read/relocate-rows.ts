import { outOfSchema } from '../text/relocate.js';

type Row = Readonly<Record<string, unknown>>;

/** The rows of a part as they would be if the schema was called `public`; `sql` are the columns in which names stand with their schemas. */
export function relocateRows(rows: readonly Row[], sql: readonly string[] | undefined, schema: string): readonly Row[] {
  if (!sql) return rows;
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(sql.map((name) => [name, relocated(row[name], schema)])),
  }));
}

function relocated(value: unknown, schema: string): unknown {
  if (Array.isArray(value)) return value.map((each) => relocated(each, schema));
  if (typeof value !== 'string') return value;
  // Paths that the server gathers into JSON.
  if (value.startsWith('[')) return JSON.stringify(relocated(JSON.parse(value), schema));
  return outOfSchema(value, schema);
}
