import { describe, expect, it } from 'vitest';
import { converge, hazards } from './converge.js';

/** A small generator of pseudo-random numbers (mulberry32), so that each seed is one case for ever. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const names = ['a', 'B', 'c d', 'select', 'é"'] as const;
const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** A table as somebody might write it; rows of NULLs and small numbers always fit it. */
function randomTable(next: (below: number) => number, table: string, other: string): string {
  const maybe = (text: string, of = 4) => (next(of) === 0 ? ` ${text}` : '');
  const strict = next(5) === 0;
  const type = () =>
    (strict ? ['INTEGER', 'ANY'] : ['', 'INT', 'INTEGER', 'ANY', 'NUMERIC(5, 2)', 'bigint'])[next(strict ? 2 : 6)] ??
    '';
  const columns = names
    .filter(() => next(3) > 0)
    .map((name) => {
      const generated = next(6) === 0 ? ` AS (min(id, ${1 + next(2)})) ${next(2) ? 'STORED' : 'VIRTUAL'}` : '';
      const rest = generated || maybe(`DEFAULT ${1 + next(2)}`) + maybe('COLLATE NOCASE', 6);
      const check = maybe(`CHECK (${quote(name)} < 1000${next(2)} OR id < 0)`, 5);
      const foreign = generated ? '' : maybe(`REFERENCES ${other} (id)${maybe('ON DELETE SET NULL', 2)}`, 6);
      return `${quote(name)} ${type()}${rest}${check}${foreign}`;
    });
  const uniques = columns.length > 0 && next(4) === 0 ? [`UNIQUE (id, ${columns[0]?.split('" ')[0]}")`] : [];
  const key = `id INTEGER PRIMARY KEY${maybe('AUTOINCREMENT', 5)}`;
  const options = [...(strict ? ['STRICT'] : [])];
  return `CREATE TABLE ${table} (${[key, ...columns, ...uniques].join(', ')}) ${options.join(', ')}`;
}

function randomSchema(seed: number): string {
  const next = random(seed);
  const t = randomTable(next, 't', 'u');
  const u = randomTable(next, 'u', 't');
  const rest = [
    'CREATE INDEX i ON t (id DESC)',
    'CREATE INDEX j ON u (id) WHERE id > 3',
    'CREATE VIEW v AS SELECT count(*) AS n FROM t',
    'CREATE VIEW w AS SELECT * FROM v, u',
    'CREATE TRIGGER g AFTER DELETE ON t BEGIN DELETE FROM u WHERE id = -1; END',
  ].filter(() => next(2) === 0);
  const views = rest.filter((text) => !text.includes('FROM v') || rest.some((each) => each.includes('VIEW v')));
  return [t, u, ...views].join(';;');
}

const rows = [1, 2, 9].map((id) => `;;INSERT INTO t (id) VALUES (${id});;INSERT INTO u (id) VALUES (${id})`).join('');

describe('any schema to any other', () => {
  it.each(Array.from({ length: 300 }, (_, i) => i + 1))('case %i', async (seed) => {
    const made = await converge({
      // The two tables may refer to each other.
      from: `PRAGMA foreign_keys = OFF;;${randomSchema(seed)}${rows};;PRAGMA foreign_keys = ON`,
      to: randomSchema(seed + 10_000),
      keeps: "SELECT 't' AS t, id FROM t UNION ALL SELECT 'u', id FROM u ORDER BY 1, 2",
    });
    expect(hazards(made)).not.toContain('drops-table');
  });
});
