import type { Expression } from './model.js';

type Template = (a: number, b: number) => Expression;

const bare = (column: number) => ({ column });

export const types = [
  'INTEGER',
  'TEXT',
  'INTEGER',
  'TEXT',
  'INT',
  'REAL',
  'BLOB',
  'NUMERIC',
  'VARCHAR(10)',
  'DECIMAL(10, 2)',
  'BOOLEAN',
  'DATETIME',
  '',
  'unsigned big int',
  'FLOATING POINT',
  'double precision',
  'JSON',
  'ANY',
  '"odd type"',
  'text',
  'CLOB',
  'varying character( 255 )',
] as const;

export const defaults = [
  '0',
  "'x'",
  'NULL',
  '-1',
  '+5',
  '1.5',
  "'it''s'",
  'TRUE',
  "x'00ff'",
  'CURRENT_TIMESTAMP',
  '(1 + 2)',
  "(lower('A'))",
  '1e3',
  '0x10',
  '9223372036854775807',
  '-9223372036854775808',
  "'two\nlines'",
  "'semi;colon'",
  "(datetime('now'))",
  "('a' || 'b')",
  '(CASE WHEN 1 THEN 2 ELSE 3 END)',
  'false',
  "''",
  '(NULL)',
  '(-1)',
  "'007'",
] as const;

export const collations = ['NOCASE', 'RTRIM', 'BINARY', 'nocase'] as const;
export const conflicts = ['ABORT', 'FAIL', 'IGNORE', 'REPLACE', 'ROLLBACK'] as const;
export const suffixes = ['', '', ' DESC', ' COLLATE NOCASE', ' COLLATE RTRIM DESC', ' ASC'] as const;

export const actions = [
  '',
  'ON DELETE CASCADE',
  'ON DELETE SET NULL',
  'ON UPDATE CASCADE',
  'ON DELETE CASCADE ON UPDATE SET NULL',
  'DEFERRABLE INITIALLY DEFERRED',
  'ON DELETE RESTRICT',
  'ON DELETE SET DEFAULT',
  'ON DELETE NO ACTION NOT DEFERRABLE',
  'ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED',
] as const;

/** Conditions that rows mostly satisfy. */
export const conditions: readonly Template[] = [
  (a) => [bare(a), ' IS NOT NULL'],
  (a) => ['length(', bare(a), ') < 100'],
  (a) => [bare(a), ' IS NULL OR ', bare(a), ' > -1000'],
  (a) => [bare(a), ' IN (1, 2, 3) OR 1'],
  (a) => [bare(a), " <> 'it''s; --'"],
  (a) => [bare(a), ' BETWEEN -5 AND 50 OR typeof(', bare(a), ") <> 'integer'"],
  (a, b) => [bare(a), ' IS ', bare(b), ' OR TRUE'],
  (a, b) => ['(', bare(a), ' != ', bare(b), ') IS NOT FALSE'],
  (a) => [bare(a), " LIKE 'a%' OR ", bare(a), " NOT LIKE '%/*%'"],
  (a) => ['CASE WHEN ', bare(a), ' == 1 THEN 1 ELSE 2 END > 0'],
  (a) => ['NOT (', bare(a), " GLOB '*[0-9]x')"],
  (a) => ['CAST(', bare(a), ' AS INTEGER) >= -100'],
];

/** Values computed from columns, none of which fails. */
export const values: readonly Template[] = [
  (a) => [bare(a)],
  (a) => ['lower(', bare(a), ')'],
  (a) => [bare(a), ' || ', "'-x'"],
  (a, b) => ['coalesce(', bare(a), ', ', bare(b), ')'],
  (a) => ['length(', bare(a), ') + 1'],
  (a) => ['substr(', bare(a), ', 1, 3)'],
  (a, b) => [bare(a), " || ' & ' || ", bare(b)],
  (a) => ['CASE WHEN ', bare(a), " IS NULL THEN 'none' ELSE 'some' END"],
  (a) => ['- ', bare(a), ' * 2'],
  (a) => ['iif(', bare(a), ' IS NULL, 1, 0)'],
];

export const events = [
  'AFTER INSERT',
  'BEFORE INSERT',
  'AFTER UPDATE',
  'BEFORE UPDATE',
  'AFTER DELETE',
  'BEFORE DELETE',
] as const;

export const ftsOptions: readonly (readonly string[])[] = [
  [],
  ["tokenize = 'porter ascii'"],
  ["prefix = '2 3'"],
  ["content = ''"],
  ['tokenize = "unicode61 remove_diacritics 0"', 'detail = none'],
  ['columnsize = 0'],
];
