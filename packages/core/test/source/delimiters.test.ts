import { expect, test } from 'vitest';
import type { Lexis } from '../../src/contract/lexis.js';
import { splitSql } from '../../src/source/sql/split.js';

const lexis: Lexis = {
  identifierQuotes: [['`', '`']],
  stringQuotes: ["'", '"'],
  backslashEscapes: true,
  dollarQuotes: false,
  lineComments: ['-- ', '#'],
  nestedComments: false,
  operators: [],
  executedComments: /\/\*!\d*/y,
  delimiterCommand: 'DELIMITER',
  compound: {
    head: /^CREATE .*\b(?:PROCEDURE|TRIGGER)\b/,
    open: /^BEGIN$/,
    nested: /^(?:BEGIN|CASE)$/,
    closers: /^(?:IF|LOOP|REPEAT|WHILE)$/,
    module: {
      head: /^CREATE (?:OR REPLACE )?PACKAGE$/,
      member: /^(?:FUNCTION|PROCEDURE)$/,
      declares: /^(?:AS|IS)$/,
      query: /^SELECT$/,
    },
  },
};

const texts = (text: string) => splitSql(text, 'schema.sql', lexis).map((statement) => statement.text);

test('a line to the client says what ends a statement from there on, and the statements are without it', () => {
  const text = `CREATE TABLE a (b int);
DELIMITER $$
CREATE TRIGGER c BEFORE INSERT ON a FOR EACH ROW IF 1 THEN SET @x = '$$'; END IF$$
CREATE PROCEDURE d() SELECT 1$$
delimiter ;
CREATE TABLE e (f int);`;
  expect(texts(text)).toEqual([
    'CREATE TABLE a (b int)',
    "CREATE TRIGGER c BEFORE INSERT ON a FOR EACH ROW IF 1 THEN SET @x = '$$'; END IF",
    'CREATE PROCEDURE d() SELECT 1',
    'CREATE TABLE e (f int)',
  ]);
});

test('delimiters of slashes, of letters and of two semicolons', () => {
  expect(texts('DELIMITER //\nSELECT 1; SELECT 2 //\nSELECT 4 / 2//')).toEqual(['SELECT 1; SELECT 2', 'SELECT 4 / 2']);
  expect(texts('DELIMITER ;;\nSELECT 1; SELECT 2;;\nDELIMITER ;\nSELECT 3;')).toEqual([
    'SELECT 1; SELECT 2',
    'SELECT 3',
  ]);
});

test('a delimiter is a name where no line begins with it, or nothing stands behind it', () => {
  expect(texts('SELECT delimiter FROM a; SELECT\ndelimiter\nFROM a;')).toEqual([
    'SELECT delimiter FROM a',
    'SELECT\ndelimiter\nFROM a',
  ]);
});

test('bodies end with their own END, not with those of what stands in them', () => {
  const body = `CREATE PROCEDURE a(b int) BEGIN
  IF b THEN SELECT 1; ELSE SELECT IF(b, 2, 3); END IF;
  CASE b WHEN 1 THEN SELECT CASE WHEN b THEN CASE b WHEN 2 THEN 3 END END; END CASE;
  c: LOOP LEAVE c; END LOOP c;
  WHILE 0 DO SELECT REPEAT('x', 2); END WHILE;
  BEGIN SELECT 4; END;
END`;
  expect(texts(`${body};\nSELECT 1;`)).toEqual([body, 'SELECT 1']);
});

test('a package ends with its own END, not with those of its routines', () => {
  const heads = 'CREATE PACKAGE a AS FUNCTION b(c int) RETURN int; PROCEDURE d; END';
  const plain =
    'CREATE OR REPLACE PACKAGE BODY a PROCEDURE d() SELECT 1 AS e; FUNCTION b() RETURNS int RETURN CASE 1 WHEN 1 THEN 2 END; END';
  const whole = `CREATE PACKAGE BODY a AS
  v int := 1;
  PROCEDURE later;
  FUNCTION b(c int) RETURN int AS d int := 1; BEGIN IF c THEN RETURN 1; END IF; RETURN d; END;
  PROCEDURE later IS BEGIN BEGIN SELECT 1; END; END;
BEGIN
  v := 2;
END a`;
  const bare = 'CREATE PACKAGE BODY a PROCEDURE d() SELECT 1 AS e; BEGIN SELECT 2; END';
  expect(texts([heads, plain, whole, bare, 'SELECT 1'].map((text) => `${text};\n`).join(''))).toEqual([
    heads,
    plain,
    whole,
    bare,
    'SELECT 1',
  ]);
});

test('a comment whose content counts is read without its marks, and offsets stay as they are', () => {
  const text =
    "/*!50001 CREATE ALGORITHM=UNDEFINED */\n/*!50013 DEFINER='a'@'b' */\n/*!50001 VIEW c AS SELECT 1 */;/* other */";
  const [statement, ...more] = splitSql(text, 'dump.sql', lexis);
  expect(more).toEqual([]);
  expect(statement?.words.slice(0, 2)).toEqual(['CREATE', 'ALGORITHM']);
  expect(statement?.text).toMatch(/^CREATE ALGORITHM=UNDEFINED +\n +DEFINER='a'@'b' +\n +VIEW c AS SELECT 1$/);
  const start = statement?.tokens[0]?.start ?? 0;
  expect((statement?.text.indexOf('VIEW') ?? 0) + start).toBe(text.indexOf('VIEW'));
});

test('what no version reads stays a comment', () => {
  expect(texts('SELECT 1 /* ! 2 */ /*+ 3 */ * 4;')).toEqual(['SELECT 1 /* ! 2 */ /*+ 3 */ * 4']);
});
