import { describe, expect, it } from 'vitest';
import { converge, hazards, memory, script } from './converge.js';

const loose = ['', 'INTEGER', 'TEXT', 'BLOB', 'DOUBLE', 'DECIMAL(10,2)', 'ANY'];
const strict = ['INT', 'INTEGER', 'TEXT', 'BLOB', 'REAL', 'ANY'];
const columns = [
  ...loose.map((type) => ({ type, option: '' })),
  ...strict.map((type) => ({ type, option: ' STRICT' })),
];
const values = `'007' '1' '1.5' 'abc' '' 1 0 9223372036854775807 9007199254740993 1.0 1.5 1e18 9e999 -9e999 x'37' x'' NULL`;

const table = ({ type, option }: (typeof columns)[number], name: string) =>
  `CREATE TABLE ${name} (id INTEGER PRIMARY KEY, v ${type})${option}`;

/** The values that a column takes, that another takes from it, and that come back different. */
async function changed(from: (typeof columns)[number], to: (typeof columns)[number]): Promise<readonly unknown[]> {
  await using connection = await memory();
  await script(connection, `${table(from, 'a')};; ${table(to, 'b')};; ${table(from, 'c')}`);
  for (const [id, value] of values.split(' ').entries()) {
    try {
      await script(connection, `INSERT INTO a VALUES (${id}, ${value})`);
      await script(
        connection,
        `INSERT INTO b SELECT * FROM a WHERE id = ${id};; INSERT INTO c SELECT * FROM b WHERE id = ${id}`,
      );
    } catch {
      // A STRICT table refuses it, which is no silent change.
    }
  }
  return connection.query({
    text: 'SELECT quote(a.v) AS was, quote(c.v) AS is_now FROM a JOIN c USING (id) WHERE a.v IS NOT c.v',
  });
}

describe.each(columns)('from $type$option', (from) => {
  it.each(columns)('to $type$option, values change only where a hazard says so', async (to) => {
    if (from === to) return expect(await changed(from, to)).toEqual([]);
    const made = await converge({ from: table(from, 't'), to: table(to, 't') });
    if ((await changed(from, to)).length > 0) expect(hazards(made)).toContain('converts-values');
    else if (from.type === 'BLOB' && from.option !== '') expect(hazards(made)).not.toContain('converts-values');
  });

  it.each(columns)('to $type$option, the hint counts the values that change', async (to) => {
    const made = await converge({ from: table(from, 't'), to: table(to, 't') });
    const [hazard] = made.up
      .flatMap((batch) => batch.steps.flatMap((step) => step.hazards))
      .filter(({ code }) => code === 'converts-values');
    if (!hazard?.hint) return;
    const query = hazard.hint.replace(/^.*: /, '');
    await using connection = await memory();
    await script(connection, `${table(from, 't')};; ${table(to, 'b')}`);
    for (const [id, value] of values.split(' ').entries()) {
      try {
        await script(
          connection,
          `INSERT INTO t VALUES (${id}, ${value});; INSERT INTO b SELECT * FROM t WHERE id = ${id}`,
        );
      } catch {
        await script(connection, `DELETE FROM t WHERE id = ${id}`);
      }
    }
    const kinds = "CASE typeof(t.v) WHEN 'real' THEN 'number' WHEN 'integer' THEN 'number' ELSE typeof(t.v) END";
    const [really] = await connection.query<{ n: number }>({
      // A whole number may become its fraction-less self: that is the same number.
      text: `SELECT count(*) AS n FROM t JOIN b USING (id) WHERE t.v IS NOT b.v OR ${kinds} IS NOT ${kinds.replaceAll('t.v', 'b.v')}`,
    });
    const [counted] = await connection.query<{ n: number }>({ text: query.replace('count(*)', 'count(*) AS n') });
    expect(counted?.n).toBe(really?.n);
  });
});
