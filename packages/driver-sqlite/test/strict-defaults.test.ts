import type { Plan } from '@sync/core';
import { describe, expect, it } from 'vitest';
import { converge, memory, script } from './converge.js';

const types = ['INT', 'INTEGER', 'TEXT', 'BLOB', 'REAL', 'ANY'];
const literals = [
  ...["'x'", "'5'", "' 5 '", "' 5x'", "'1e2'", "'1.5'", "'.5'", "'0x10'", "''", "'9223372036854775808'", "'1e999'"],
  ...['0', '-1', '1.0', '1.5', '-1.5', '1e2', '0x10', '9223372036854775807', '9223372036854775808'],
  ...['-9223372036854775808', '9e999', "x'00'", "x''", "X'61'", 'TRUE', 'false', 'NULL', 'bare'],
  ...['CURRENT_TIMESTAMP', 'CURRENT_DATE', 'CURRENT_TIME'],
];
const expressions = [
  ...[
    "(datetime('now'))",
    '(unixepoch())',
    "(strftime('%s', 'now'))",
    '(julianday())',
    '(random())',
    '(randomblob(4))',
  ],
  ...['(lower(hex(randomblob(4))))', "(hex(randomblob(4)) || '-' || 1)", "('a' || x'00')", '(1 + 1)', '(1 / 2.0)'],
  ...['(abs(-1))', "(coalesce(NULL, 'x'))", "(CAST(strftime('%s', 'now') AS INTEGER))", '(CAST(1 AS TEXT))'],
  ...[
    "(1 || 2 = '12')",
    "('a' LIKE 'b')",
    '(zeroblob(2) || 1 IS NULL)',
    '(json_array(1))',
    '(-(2))',
    '(length(1) - 1)',
  ],
];

function misfits({ up }: Plan): readonly string[] {
  const all = up.flatMap((batch) => batch.steps.flatMap((step) => step.hazards));
  return all.filter(({ code }) => code === 'enforces-types').map(({ message }) => message);
}

/** Whether SQLite refuses this in a STRICT table that has a row. */
async function isRefused(before: string, row: string, change: string): Promise<boolean> {
  await using connection = await memory();
  await script(connection, `${before};; ${row}`);
  return script(connection, change).then(
    () => false,
    () => true,
  );
}

const table = (columns: string) => `CREATE TABLE t (${columns}) STRICT`;
const insert = 'INSERT INTO t (id) VALUES (1)';

describe.each(types)('a default of %s', (type) => {
  it.each(literals)('%s is refused where a hazard says so, and only there', async (value) => {
    const to = table(`id INT, v ${type} DEFAULT ${value}`);
    const refused = await isRefused(to, '', insert);
    const told = misfits(await converge({ from: table('id INT'), to }));
    expect(told).toEqual(refused ? [expect.stringContaining(`is no ${type}: fails when there are any`)] : []);
  });

  it.each(expressions)('%s is refused only where a hazard says so', async (value) => {
    const to = table(`id INT, v ${type} DEFAULT ${value}`);
    const told = misfits(await converge({ from: table('id INT'), to }));
    if (await isRefused(to, '', insert)) expect(told).not.toEqual([]);
  });

  it.each(expressions)(
    '%s as what a new column is computed from is refused only where a hazard says so',
    async (value) => {
      if (/now|random|unixepoch|julianday/.test(value)) return;
      const columns = `id INT, v ${type} AS ${value}`;
      const told = misfits(await converge({ from: table('id INT'), to: table(columns) }));
      const refused = await isRefused(table('id INT'), insert, `ALTER TABLE t ADD COLUMN v ${type} AS ${value}`);
      if (refused) expect(told).not.toEqual([]);
    },
  );
});

describe('what is certain to fit needs no hazard', () => {
  it.each([
    ['TEXT', "(datetime('now'))"],
    ['TEXT', '(lower(hex(randomblob(4))) || 1)'],
    ['INTEGER', "(CAST(strftime('%s', 'now') AS INTEGER))"],
    ['INTEGER', '(unixepoch())'],
    ['REAL', '(1 / 2.0)'],
    ['BLOB', '(randomblob(16))'],
  ])('%s DEFAULT %s', async (type, value) => {
    const made = await converge({ from: table('id INT'), to: table(`id INT, v ${type} DEFAULT ${value}`) });
    expect(misfits(made)).toEqual([]);
  });

  it.each(['a', 'a || 1', '(b)'])('TEXT AS (%s)', async (value) => {
    const columns = 'a TEXT, b INT';
    const made = await converge({ from: table(columns), to: table(`${columns}, v TEXT AS (${value})`) });
    expect(misfits(made)).toEqual([]);
  });
});

describe('NULLs that are filled with a default', () => {
  it.each(["INTEGER DEFAULT 'x'", 'INTEGER'])('are foreseen not to fit, from %s', async (before) => {
    const made = await converge({
      from: table(`id INT, v ${before}`),
      to: table("id INT, v INTEGER NOT NULL DEFAULT 'x'"),
    });
    expect(misfits(made)).toEqual([
      "gives rows of t where v is NULL the default 'x' in v, which is no INTEGER: fails when there are any",
    ]);
  });
});
