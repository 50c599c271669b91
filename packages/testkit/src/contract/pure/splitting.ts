import { type SqlStatement, type Statement, splitSql, tokenize } from '@sync/core';
import { describe, expect, test } from 'vitest';
import type { ContractOptions } from '../options.js';

type PureOptions = Pick<ContractOptions, 'driver' | 'schemas'>;

export function testSplitting({ driver, schemas }: PureOptions): void {
  const { dialect } = driver;
  const { lexis } = dialect;
  const split = (text: string) => splitSql(text, 'sample.sql', lexis);
  const texts = (statements: readonly SqlStatement[]) => statements.map((statement) => statement.text);
  const all = [...schemas.first, schemas.insert, ...schemas.second];

  test('loses nothing between the tokens', () => {
    const text = all.join(';\n');
    expect([...tokenize(text, lexis)].map((token) => token.text).join('')).toBe(text);
  });

  test('takes each sample for one statement', () => {
    for (const text of all) expect(texts(split(text))).toEqual([text]);
  });

  test('takes a file apart into the statements that it was put together from', () => {
    const [comment] = lexis.lineComments;
    const gaps = [
      ';',
      ';\n\n',
      ' ;\n/* a comment; with a semicolon */\n',
      ...(comment ? [`;\n${comment} it's; a comment\n`] : []),
    ];
    for (const gap of gaps) expect(texts(split(all.join(gap)))).toEqual(all);
  });

  test('tells the line that a statement begins on', () => {
    const statements = split(`\n\n${schemas.insert};\n\n${schemas.insert}`);
    const height = schemas.insert.split('\n').length;
    expect(statements.map((statement) => statement.line)).toEqual([3, 3 + height + 1]);
  });

  describe('classifies', () => {
    const classes = (text: string) => split(text).map((each) => dialect.classify(each.words, undefined, each.text));
    test.each([...schemas.first, ...schemas.second])('as schema: %s', (text) => {
      expect(classes(text)).toEqual(['schema']);
    });

    test(`as rows: ${schemas.insert}`, () => {
      expect(classes(schemas.insert)).toEqual(['data']);
    });
  });

  const { home } = dialect;
  if (home !== undefined) {
    test('gives the qualifier that says nothing in its folded form', () => expect(dialect.fold(home)).toBe(home));
  }

  describe('writes a script', () => {
    const statements: readonly Statement[] = schemas.first.map((text) => ({ text }));
    const atomic = driver.capabilities.ddl === 'transactional';

    test.each([false, ...(atomic ? [true] : [])])('of whole statements in their order, atomic: %s', (together) => {
      const script = dialect.script(statements, { atomic: together, settings: {} });
      for (const entry of script) expect(texts(split(entry)), 'one statement an entry').toHaveLength(1);
      const positions = schemas.first.map((text) => script.findIndex((entry) => entry.includes(text)));
      expect(positions).not.toContain(-1);
      expect(positions).toEqual([...positions].sort((a, b) => a - b));
    });

    test('without placeholders: parameters become literals', () => {
      const { placeholder } = dialect.bookkeeping;
      const [entry, ...rest] = dialect.script(
        [{ text: `SELECT ${placeholder(1)}, ${placeholder(2)}`, params: ["it's", 7] }],
        { atomic: false, settings: {} },
      );
      expect(rest).toEqual([]);
      expect(entry).toContain(dialect.literal("it's"));
      expect(entry).toContain(dialect.literal(7));
    });
  });
}
