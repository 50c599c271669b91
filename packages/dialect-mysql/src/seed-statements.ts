import type { Seed, Statement } from '@sync/core';
import { writeLiteral } from './text/literal.js';
import { quoteName, quoteNames } from './text/names.js';

type Row = Seed['rows'][number];

/** The most rows of one statement, and how many bytes they may be together: the server takes a statement in one packet, of 16 MiB at most where nobody says more. */
const most = { rows: 1_000, bytes: 1_000_000 };

/** Statements that bring seed rows about: inserted, or updated where the key exists. */
export function seedStatements(seed: Seed): readonly Statement[] {
  const groups: { readonly columns: readonly string[]; readonly rows: Row[] }[] = [];
  let bytes = 0;
  for (const row of seed.rows) {
    const columns = Object.keys(row);
    const size = bytesOf(row);
    bytes += size;
    const last = groups.at(-1);
    const isAlike = last && last.columns.length === columns.length && last.columns.every((name) => name in row);
    if (isAlike && last.rows.length < most.rows && bytes <= most.bytes) last.rows.push(row);
    else {
      groups.push({ columns, rows: [row] });
      bytes = size;
    }
  }
  const statements = groups.map(({ columns, rows }) => ({ text: upsert(seed, columns, rows) }));
  const hasZero = seed.counters?.some((name) => seed.rows.some((row) => name in row && Number(row[name]) === 0));
  return [...takenTerms(seed), ...(hasZero ? withZeros(statements) : statements)];
}

function bytesOf(row: Row): number {
  return Object.values(row).reduce<number>((sum, value) => sum + Buffer.byteLength(writeLiteral(value)) + 2, 0);
}

/** How long the text may get of the rows that are looked at in one statement, which the server has to take in one packet. Each of them says the keys of all rows, so that few are better. */
const mostLookedAt = 1_000_000;

/** Checks that no row beside those of the seed holds what is to be unique in it: the server only says of expressions that there is some such row. */
function takenTerms(seed: Seed): readonly Statement[] {
  const { key, rows, uniqueTerms = [], table } = seed;
  const given = rows.map((row) => `(${key.map((name) => writeLiteral(row[name] ?? null)).join(', ')})`);
  const own = `(${quoteNames(key)}) IN (${given.join(', ')})`;
  return uniqueTerms.flatMap(({ name, columns, terms }): readonly Statement[] => {
    const asked = [...new Set([...key, ...columns])];
    // Of what a row does not name only the server knows the value.
    const known = rows.filter((row) => columns.every((column) => column in row));
    const named = (as: string) => terms.map((term, i) => `(${term}) AS ${quoteName(`${as} ${i}`)}`).join(', ');
    const alike = terms.map((_, i) => `${quoteName(`held ${i}`)} = ${quoteName(`given ${i}`)}`).join(' AND ');
    const texts = known.map((row) => columns.map((each) => writeLiteral(row[each] ?? null)).join(', '));
    return inParts(texts).map((part) => ({
      text: [
        `SELECT DISTINCT ${quoteNames(asked)}`,
        `FROM (SELECT ${quoteNames(asked)}, ${named('held')} FROM ${quoteName(table)}) AS held`,
        // Texts are compared as those of the columns are.
        `JOIN (SELECT ${named('given')} FROM (`,
        `  SELECT ${quoteNames(columns)} FROM ${quoteName(table)} WHERE FALSE`,
        // Each is read with the types of the table's columns.
        ...part.map((row) => `  UNION ALL SELECT ${row}`),
        `) AS seed) AS given ON ${alike}`,
        `WHERE NOT (${own})`,
      ].join('\n'),
      check: {
        message: `other rows of ${table} hold what the seed gives to its own in ${name}, which is unique`,
        hint: 'Write into the seed the key of the row that holds it, or another value.',
      },
    }));
  });
}

/** Texts in parts that are no longer than a statement takes, but for a text that is so by itself. */
function inParts(texts: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [];
  let length = mostLookedAt;
  for (const text of texts) {
    length += text.length;
    const last = parts.at(-1);
    if (last && length <= mostLookedAt) last.push(text);
    else {
      parts.push([text]);
      length = text.length;
    }
  }
  return parts;
}

/** A zero in a column that counts asks for the next number, unless the session says that it is meant. */
function withZeros(statements: readonly Statement[]): readonly Statement[] {
  const mode = "CONCAT_WS(',', @@SESSION.sql_mode, 'NO_AUTO_VALUE_ON_ZERO')";
  return [
    { text: `SET @schema_sync_seed_mode = @@SESSION.sql_mode, SESSION sql_mode = ${mode}` },
    ...statements,
    { text: 'SET SESSION sql_mode = @schema_sync_seed_mode' },
  ];
}

/** https://dev.mysql.com/doc/refman/9.7/en/insert-on-duplicate.html; both servers know VALUES() there, and only one of them an alias. */
function upsert(seed: Seed, columns: readonly string[], rows: readonly Row[]): string {
  const key = new Set(seed.key);
  const others = columns.filter((name) => !key.has(name));
  const updates = others.map((name) => `${quoteName(name)} = VALUES(${quoteName(name)})`);
  const values = rows.map((row) => `  (${columns.map((name) => writeLiteral(row[name] ?? null)).join(', ')})`);
  return [
    `INSERT INTO ${quoteName(seed.table)} (${quoteNames(columns)})`,
    `VALUES\n${values.join(',\n')}`,
    `ON DUPLICATE KEY UPDATE ${[onlyOwn(seed), ...updates].join(', ')}`,
  ].join('\n');
}

/**
 * The row that a new one is a duplicate of may be so by any unique index. One that has another key is not to be written over: the server fails there (1242), since it asks
 * for one value and finds two.
 */
function onlyOwn({ key }: Seed): string {
  const [first = ''] = key.map(quoteName);
  const isSame = key.map((name) => `${quoteName(name)} <=> VALUES(${quoteName(name)})`).join(' AND ');
  return `${first} = IF(${isSame}, ${first}, (SELECT NULL UNION ALL SELECT NULL))`;
}
