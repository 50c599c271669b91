import { type Statement, sql } from '@sync/core';
import type { Flavour } from '../flavour.js';
import { scratchPrefix } from '../scratch-name.js';
import { quoteText } from '../text/literal.js';
import { usualGrowth } from './places.js';
import { questionsOf } from './queries.js';
import type { Print, Question } from './question.js';

/** What a server tells of one database, as sums over hashes of all rows that reading it asks for. */
export interface FingerprintRow {
  readonly name: string;
  /** How many rows there are, and the sum of their hashes. */
  readonly rows: string;
  readonly sum: string;
  /** Whether something is there of which this does not tell whether it is as it was. */
  readonly untold: number | string;
  /** Whether something is there that may name a database, and means something else in another one. */
  readonly named: number | string;
  /** How many of its tables have files of which the server tells beside them. */
  readonly stored: number | string;
}

/** Which databases are asked about, as a condition on the name of one. */
export type Among = (database: string) => string;

export const atHand: Among = (database) => `${database} = DATABASE()`;

/** Databases that somebody may have as his own. */
export const ofTenants: Among = (database) =>
  `LOWER(${database}) NOT IN ('mysql', 'information_schema', 'performance_schema', 'sys') AND LEFT(${database}, ${scratchPrefix.length}) <> '${scratchPrefix}'`;

/** Those among them that a pattern may meet, in which `*` and `?` stand for others: names count here in less than all their letters. */
export function likeGlob(pattern: string): Among {
  const like = pattern.replace(/[%_|]/g, '|$&').replaceAll('*', '%').replaceAll('?', '_');
  return (database) => `${database} LIKE ${quoteText(like)} ESCAPE '|' AND ${ofTenants(database)}`;
}

/** More than any sum of hashes comes to: where a row is too long to be hashed, no sum tells of it. */
const unhashed = `1${'0'.repeat(45)}`;

/** Whether a sum has all rows in it. */
export function isWhole({ sum }: FingerprintRow): boolean {
  return sum.length < unhashed.length;
}

/** How long ago something has to have been changed at least, so that whatever is changed of it from now on shows by the second in which it was. */
const settledSeconds = 2;

/**
 * One row for each database, whatever their number. What is summed up are hashes of the rows that a reading asks for, each with the question and with what is its place there, so
 * that no order counts but the one that means something. Numbers of rows, counters and times of tables are in none.
 */
export function fingerprintsQuery(flavour: Flavour, version: readonly number[], among: Among): Statement {
  const { beside = [], libraries } = flavour;
  const library = libraries?.(version);
  const all: readonly Question[] = [...Object.values(questionsOf(flavour)), ...beside, ...(library ? [library] : [])];
  const parts = all.flatMap((question, i) =>
    question.print === 'none' ? [] : [partOf({ ...question, ...question.print, number: i }, among)],
  );
  const text = `
SELECT
  p.name AS 'name', CAST(SUM(p.n) AS CHAR) AS 'rows', CAST(SUM(p.sum) AS CHAR) AS 'sum',
  MAX(p.untold) OR SUM(p.balance) <> 0 AS 'untold', MAX(p.named) AS 'named', SUM(p.placed) AS 'stored'
FROM (${parts.join('\n  UNION ALL')}
) p
GROUP BY p.name`.trim();
  return { text: flavour.givingWay?.(text) ?? text };
}

interface Part extends Omit<Question, 'print'>, Print {
  readonly number: number;
}

function partOf(question: Part, among: Among): string {
  const {
    hint = '',
    from,
    database,
    where,
    number,
    untold,
    named = '0',
    moment,
    balance = '0',
    stored = '0',
  } = question;
  const lately = moment === undefined ? [] : [`${moment} > NOW() - INTERVAL ${settledSeconds} SECOND`];
  const unknown = [...(untold === undefined ? [] : [untold]), ...lately].join(' OR ') || '0';
  const hash = `CAST(CONV(LEFT(SHA2(${rowOf(question, number)}, 256), 16), 16, 10) AS UNSIGNED)`;
  return `
  SELECT ${hint}
    CONVERT(CAST(${database} AS BINARY) USING utf8mb4) COLLATE utf8mb4_bin AS name, COUNT(*) AS n,
    SUM(IFNULL(${hash}, ${unhashed})) AS sum,
    MAX(${unknown}) AS untold, MAX(${named}) AS named, ${balance} AS balance, ${stored} AS placed
  FROM ${typeof from === 'string' ? from : from(among, true)}
  WHERE ${[among(database), ...(where === undefined ? [] : [where])].join(' AND ')}
  GROUP BY 1`;
}

/** The values of a row as one text that those of no other row make: each with its length before it. */
function rowOf({ columns, order = [], moment, instead = {} }: Part, number: number): string {
  const asked = Object.entries({ ...columns, ...instead }).map(([, column]) => column);
  const said = new Set([...asked, ...order, ...(moment === undefined ? [] : [moment])]);
  const values = Array.from(said, (column) => {
    const bytes = `CAST(${column} AS BINARY)`;
    return `IFNULL(CONCAT(LENGTH(${bytes}), ':', ${bytes}), '-')`;
  });
  return `CONCAT('${number};', ${values.join(', ')})`;
}

/** What is told of the files of the tables of a database. */
export interface FilesRow {
  readonly name: string;
  /** Those that lie in the folder of the database and grow as usual. */
  readonly usual: number | string;
  readonly all: number | string;
}

/**
 * Where the files of tables lie and how they grow, which the server tells beside what the tables are. It waits for whoever has locked a table to tell of its file, and tells of the
 * others if it may not wait for longer; whoever may not ask is told nothing when he reads, either.
 */
export function filesQuery(among: Among): Statement {
  const space = 'tablespace_name';
  const near =
    among === atHand
      ? `${space} >= CONCAT(DATABASE(), '/') AND ${space} < CONCAT(DATABASE(), '0')`
      : `${space} LIKE '%/%'`;
  return sql`
    SELECT /*+ SET_VAR(lock_wait_timeout = 1) */
      CONVERT(CAST(f.name AS BINARY) USING utf8mb4) COLLATE utf8mb4_bin AS 'name',
      SUM(f.usual) AS 'usual', COUNT(*) AS 'all'
    FROM (
      SELECT
        SUBSTRING_INDEX(${space}, '/', 1) AS name,
        file_name LIKE './%' AND COALESCE(autoextend_size, 0) <= ${usualGrowth} AS usual
      FROM information_schema.files
      WHERE ${near}
    ) f
    WHERE ${among('f.name')}
    GROUP BY 1
  `;
}

/** What is asked of the account and the session: whoever may see less finds less. */
export const beholderQuery: Statement = sql`
  SELECT
    CURRENT_USER() AS 'account', CURRENT_ROLE() AS 'role', VERSION() AS 'version', @@SESSION.sql_mode AS 'mode',
    @@lower_case_table_names AS 'folds', @@system_time_zone AS 'zone'
`;

/**
 * How many statements the server was given that change schemas, whoever gave them. While that is the same, what was asked by one statement and by another is of one moment.
 */
export const changesQuery: Statement = sql`
  SHOW GLOBAL STATUS
  WHERE variable_name REGEXP '^Com_(alter|create|drop|rename|truncate|grant|revoke)'
`;
