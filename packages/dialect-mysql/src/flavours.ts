import { type ObjectKind, sql } from '@sync/core';
import type { Flavour, ShownDefault } from './flavour.js';
import { escapedDatabase } from './grants/one-database.js';
import { privilegesWith } from './grants/privileges.js';
import { packageKind } from './kinds/package-kind.js';
import { sequenceKind } from './kinds/sequence-kind.js';
import {
  earlierMysqlCosts,
  mariadbCosts,
  mariadbCostsElsewhere,
  mysqlCosts,
  mysqlCostsElsewhere,
} from './kinds/table/costs.js';
import { lexisWith } from './lexis.js';
import { besideOfMysql } from './read/beside.js';
import { withoutIntroducers } from './text/introducers.js';
import { quoteText } from './text/literal.js';
import { reread } from './text/reread.js';
import { shapes } from './text/shapes.js';
import { unescapeExpression } from './text/unescape.js';

const numbers: ReadonlySet<string> = new Set([
  ...['tinyint', 'smallint', 'mediumint', 'int', 'bigint', 'decimal', 'float', 'double', 'year', 'bit'],
]);

// Of a version with six digits there is none: such a comment is meant for MariaDB.
const executedByMysql = /\/\*!(?!\d{6})\d*/y;
const lexisOfMysql = lexisWith(executedByMysql);

function expressionOfMysql(text: string): string {
  return withoutIntroducers(unescapeExpression(reread(text)), lexisOfMysql);
}

/** MySQL shows the value of a default, and of an expression its text. */
function defaultOfMysql({ value, dataType, charset, extra }: ShownDefault): string | undefined {
  if (value === null) return undefined;
  if (/DEFAULT_GENERATED/.test(extra)) {
    return /^CURRENT_TIMESTAMP(\(\d\))?$/.test(value) ? value : `(${expressionOfMysql(value)})`;
  }
  if (numbers.has(dataType)) return value;
  // Bytes are shown as digits, none of them among them if all are zero.
  return charset === null && /^0x/.test(value) ? `x'${value.slice(2)}'` : quoteText(value);
}

/** The highest number, which is that of the newest, among what goes by a name and its partitions. */
function highestNumber(query: string, name: string, partition: string): string {
  return `(${query} WHERE name = ${name} OR LEFT(name, CHAR_LENGTH(${name}) + ${partition.length}) = CONCAT(${name}, '${partition}'))`;
}

/** MySQL 8.0 and later. */
export const mysqlFlavour: Flavour = {
  name: 'mysql',
  product: 'MySQL',
  // Older ones show no checks: https://dev.mysql.com/doc/refman/8.0/en/information-schema-check-constraints-table.html
  since: [8, 0, 16],
  executedComments: executedByMysql,
  exactCollation: 'utf8mb4_0900_bin',
  sections: ['mysql'],
  wrapsLongDefaults: true,
  identicalDocuments: (column, value) => `${column} = CAST(${value} AS JSON)`,
  costs: mysqlCosts,
  earlierCosts: earlierMysqlCosts,
  costsElsewhere: mysqlCostsElsewhere,
  copiesBesideIndexedVirtual: false,
  dropsApart: false,
  texts: { expression: expressionOfMysql, default: defaultOfMysql },
  usualAction: 'NO ACTION',
  more: {
    columns: { srid: 'srs_id' },
    indexes: { expression: 'expression', unused: "CASE is_visible WHEN 'NO' THEN 'INVISIBLE' ELSE '' END" },
    checks: {
      // Merged into the join, the constraints of all tables would be put together anew for every check.
      hint: '/*+ NO_MERGE(t) */',
      columns: {
        name: 'c.constraint_name',
        expression: 'c.check_clause',
        table: 't.table_name',
        enforced: 't.enforced',
        level: "'Table'",
      },
      // Joined by it too, the constraints of the one database would be gone through once more.
      from: (within, isMany) => `(
  SELECT ${isMany ? 'table_schema, ' : ''}table_name, constraint_name, enforced
  FROM information_schema.table_constraints
  WHERE ${within('table_schema')} AND constraint_type = 'CHECK'
) t
JOIN information_schema.check_constraints c
  ON ${isMany ? 'c.constraint_schema = t.table_schema AND ' : ''}c.constraint_name = t.constraint_name`,
      database: 'c.constraint_schema',
    },
    views: { algorithm: 'NULL' },
    definer: 'definer',
  },
  beside: besideOfMysql,
  hasTablespaces: true,
  spatialReference: { clause: 'SRID ', isOfType: false },
  unusedIndex: { off: 'INVISIBLE', on: 'VISIBLE' },
  respellsIndexes: true,
  namesChecksByTable: true,
  namedOnce: new Set(['foreignKeys', 'checks']),
  rewritesExpressions: false,
  // https://dev.mysql.com/doc/refman/9.7/en/replication-rbr-safe-unsafe.html
  unsafeFunctions: new Set([
    ...['uuid', 'uuid_short', 'rand', 'random_bytes', 'sysdate'],
    ...['user', 'current_user', 'session_user', 'system_user'],
  ]),
  fillsTimestamps: false,
  roundsTexts: true,
  // https://dev.mysql.com/doc/refman/9.7/en/metadata-locking.html: tables that are related by a foreign key are locked, too.
  keysAwaitTargets: true,
  needsReferences: true,
  definerRight: 'SET_ANY_DEFINER',
  routineRight: () => 'SHOW_ROUTINE',
  replacesBodies: false,
  privileges: () => privilegesWith({ database: [], table: [] }),
  // Where rights can be taken back in part, names are taken to the letter: https://dev.mysql.com/doc/refman/9.7/en/partial-revokes.html
  databaseInGrants: `IF(@@partial_revokes, DATABASE(), ${escapedDatabase})`,
  roleHost: '%',
  sessionSettings: [
    // Sizes and counters of tables are a day old otherwise.
    'information_schema_stats_expiry = 0',
    'max_execution_time = 0',
    // It takes a database for a small part of its dictionary, and then reads all that there is of every other one: https://dev.mysql.com/doc/refman/9.7/en/condition-filtering.html
    "optimizer_switch = 'condition_fanout_filter=off'",
  ],
  lastMoment: () => '2038-01-19 03:14:07',
  // It tells of files, of which each partition has one, and opens no table for that. The same in brief is refused where a routine is made, and not where it runs.
  tableNumber: (table) =>
    highestNumber(
      'SELECT MAX(space) FROM information_schema.innodb_tablespaces',
      `CONCAT(DATABASE(), '/', ${table})`,
      '#p#',
    ),
  // https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html#online-ddl-column-operations
  rowVersions: ([major = 0, minor = 0]) => (major > 9 || (major === 9 && minor >= 1) ? 255 : 64),
  underKeys: new Set(['wider-text']),
  // https://dev.mysql.com/doc/refman/9.7/en/create-library.html
  libraries: ([major = 0, minor = 0]) =>
    major > 9 || (major === 9 && minor >= 2)
      ? { columns: { name: 'library_name' }, from: 'information_schema.libraries', database: 'library_schema' }
      : undefined,
  kinds: [],
};

/** MariaDB 10.6 and later. */
export const mariadbFlavour: Flavour = {
  name: 'mariadb',
  product: 'MariaDB',
  since: [10, 6],
  // What is meant for MySQL from 5.7 on is a comment to MariaDB: https://mariadb.com/kb/en/comment-syntax/. Its dumps begin with one for a version that never comes.
  executedComments: /\/\*(?:M!(?![2-9]\d{5})|!(?!50[7-9]\d\d|5[1-9]\d\d\d|[6-9]\d\d\d\d(?!\d)|[2-9]\d{5}))\d*/y,
  exactCollation: 'utf8mb4_nopad_bin',
  // What is written for the one server holds for the other, unless it is told apart.
  sections: ['mariadb', 'mysql'],
  wrapsLongDefaults: false,
  identicalDocuments: (column, value) => `JSON_EQUALS(${column}, ${value})`,
  costs: mariadbCosts,
  costsElsewhere: mariadbCostsElsewhere,
  copiesBesideIndexedVirtual: true,
  dropsApart: true,
  texts: {
    expression: (text) => text,
    default: ({ value }) => (value === null || value === 'NULL' ? undefined : value),
  },
  usualAction: 'RESTRICT',
  more: {
    columns: { srid: 'NULL' },
    indexes: { expression: 'NULL', unused: "CASE ignored WHEN 'YES' THEN 'IGNORED' ELSE '' END" },
    checks: {
      columns: {
        name: 'c.constraint_name',
        expression: 'c.check_clause',
        table: 'c.table_name',
        enforced: "'YES'",
        level: 'c.level',
      },
      from: 'information_schema.check_constraints c',
      database: 'c.constraint_schema',
    },
    views: { algorithm: 'algorithm' },
    // Of roles it shows the @ before no host in some places, and in others it does not.
    definer: "TRIM(TRAILING '@' FROM definer)",
  },
  givingWay: (text) => `SET STATEMENT lock_wait_timeout = 2 FOR ${text}`,
  // By the schema of the geometries, which is the same one, the server opens every table of every database.
  spatialReferences: sql`
    SELECT g_table_name AS 'table', g_geometry_column AS 'column', srid AS 'srid'
    FROM information_schema.geometry_columns
    WHERE f_table_schema = DATABASE() AND srid <> 0
  `,
  spatialReference: { clause: 'REF_SYSTEM_ID=', isOfType: true },
  unusedIndex: { off: 'IGNORED', on: 'NOT IGNORED' },
  // From 11 on what is dropped and added alike stays as it is, and what is renamed so can be changed in place no more.
  respellsIndexes: false,
  namesChecksByTable: false,
  namedOnce: new Set(['foreignKeys']),
  rewritesExpressions: true,
  fillsTimestamps: true,
  roundsTexts: false,
  keysAwaitTargets: false,
  needsReferences: false,
  definerRight: 'SET USER',
  // https://mariadb.com/docs/server/reference/sql-statements/account-management-sql-statements/grant#show-create-routine
  routineRight: ([major = 0, minor = 0]) =>
    major > 11 || (major === 11 && minor >= 3) ? 'SHOW CREATE ROUTINE' : 'SELECT ON mysql.proc',
  // https://mariadb.com/kb/en/mysql-proc-table/
  routineBook: 'mysql.proc',
  // https://mariadb.com/kb/en/create-function/#or-replace
  replacesBodies: true,
  privileges: ([major = 0, minor = 0]) =>
    privilegesWith({
      database: ['DELETE HISTORY', ...(major > 11 || (major === 11 && minor >= 3) ? ['SHOW CREATE ROUTINE'] : [])],
      table: ['DELETE HISTORY'],
    }),
  databaseInGrants: escapedDatabase,
  roleHost: '',
  sessionSettings: ['max_statement_time = 0', 'sql_if_exists = 0'],
  tableNumber: (table) =>
    highestNumber(
      'SELECT MAX(table_id) FROM information_schema.innodb_sys_tables',
      `CONCAT(${['DATABASE()', table].map((name) => `CONVERT(CONVERT(${name} USING filename) USING binary)`).join(", '/', ")})`,
      '#P#',
    ),
  // https://mariadb.com/kb/en/timestamp/: on machines of 64 bits.
  lastMoment: ([major = 0, minor = 0]) =>
    major > 11 || (major === 11 && minor >= 5) ? '2106-02-07 06:28:15' : '2038-01-19 03:14:07',
  // https://mariadb.com/docs/server/server-usage/storage-engines/innodb/innodb-system-variables#innodb_snapshot_isolation: there from these versions on, and on from 11.6.2 on.
  pastSnapshots: ([major = 0, minor = 0, patch = 0]) => {
    const isThere =
      major > 11 ||
      (major === 11 && (minor > 4 || (minor === 4 && patch >= 2))) ||
      (major === 10 && minor === 11 && patch >= 8);
    return isThere ? 'SET STATEMENT innodb_snapshot_isolation = OFF FOR ' : undefined;
  },
  // It has no versions of rows to count. That a table holds no more than 1,017 columns with those that are gone ends it after a thousand of them, and it does not say how
  // many are gone.
  underKeys: new Set(['copied']),
  // https://mariadb.com/kb/en/inet4/: the one is cast to the other from 11.3 on.
  typesApart: ([major = 0, minor = 0]) =>
    major > 11 || (major === 11 && minor >= 3)
      ? [new Set(['uuid']), new Set(['inet4', 'inet6']), shapes]
      : [new Set(['uuid']), new Set(['inet4']), new Set(['inet6']), shapes],
  // https://mariadb.com/docs/server/server-usage/stored-routines/stored-procedures/create-procedure: defaults from 11.8 on. The information schema tells of none, nor of what a row is of.
  hidesParameters: ([major = 0, minor = 0], dataType) =>
    dataType === 'ROW' || major > 11 || (major === 11 && minor >= 8),
  hasPackages: true,
  // https://mariadb.com/kb/en/create-package/: in any mode from 11.4 on.
  packageMode: ([major = 0, minor = 0]) => (major > 11 || (major === 11 && minor >= 4) ? undefined : 'ORACLE'),
  kinds: [
    sequenceKind(() => mariadbFlavour) as ObjectKind,
    packageKind('PACKAGE', () => mariadbFlavour) as ObjectKind,
    packageKind('PACKAGE BODY', () => mariadbFlavour) as ObjectKind,
  ],
};
