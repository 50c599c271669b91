import { describe, expect, it } from 'vitest';
import { splitSql } from '../../src/source/sql/split.js';
import { tokenize } from '../../src/source/sql/tokens.js';
import { sqliteDriver } from './support/sqlite.js';

const { lexis } = sqliteDriver.dialect;
const texts = (text: string) => splitSql(text, 'x.sql', lexis).map((statement) => statement.text);

describe('splitting', () => {
  it.each([
    [
      'a column named end in a body',
      'CREATE TRIGGER t AFTER INSERT ON e BEGIN UPDATE e SET n = NEW.end; SELECT e.end; END',
    ],
    ['end as a bare name in a body', 'CREATE TRIGGER t AFTER INSERT ON e BEGIN UPDATE e SET end = 1, x = end; END'],
    [
      'end as a name in a CASE',
      'CREATE TRIGGER t AFTER INSERT ON e BEGIN SELECT CASE WHEN end > 1 THEN (end) ELSE end END; END',
    ],
    [
      'nested CASE',
      'CREATE TRIGGER t AFTER INSERT ON e BEGIN SELECT CASE WHEN 1 THEN CASE 2 WHEN 2 THEN 3 END END; DELETE FROM e; END',
    ],
    ['a column named begin', 'CREATE TEMP TRIGGER t AFTER UPDATE OF begin ON e BEGIN DELETE FROM e; END'],
    ['a trigger named by a string', `CREATE TRIGGER IF NOT EXISTS "b;egin" AFTER INSERT ON 'e' BEGIN SELECT 1; END`],
    ['semicolons in quotes and comments', `CREATE TABLE [a;b] ("c;d" TEXT DEFAULT ';''', \`e;\` /* ; */, f -- ;\n)`],
  ])('keeps %s in one statement', (_, text) => {
    expect(texts(`${text};\nSELECT 2;`)).toEqual([text, 'SELECT 2']);
  });

  it('takes off the comments around a statement and keeps those inside', () => {
    expect(texts('-- one\nSELECT /* two */ 1 /* three */ -- four\n; -- five')).toEqual(['SELECT /* two */ 1']);
  });

  it('passes over lone semicolons', () => {
    const [statement] = splitSql(';;\n-- about it\n;\nSELECT 1;;', 'x.sql', lexis);
    expect(statement?.text).toBe('SELECT 1');
    expect(statement?.line).toBe(4);
    expect(statement?.leading.map((token) => token.text)).toEqual(['-- about it']);
  });

  it('loses no character of any text', () => {
    for (const text of ["a'b", '"x""y" 𝒳𝒴 é_1 $1 @a 1e5 .5 0xFF', '/* open', '-- end', "x'00' || ?1 <> 2", '𝒳;']) {
      expect([...tokenize(text, lexis)].map((token) => token.text).join('')).toBe(text);
    }
    expect([...tokenize('𝒳𝒴', lexis)].map((token) => token.type)).toEqual(['word']);
  });
});
