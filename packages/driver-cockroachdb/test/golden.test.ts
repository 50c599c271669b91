import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diff, type SchemaObject } from '@sync/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { cockroachParser } from '../../../integration/servers/cockroach-parser.mjs';
import { cockroachDriver as driver } from '../src/driver.js';
import { catalogueOf, server } from './catalogue.js';
import { cases, creationOf, outcomeOf, planBetween, rewrite, statementsOf, statesOf } from './golden-cases.js';

const parser = await cockroachParser();
if (process.env.GOLDEN_UPDATE === '1') for (const each of cases()) rewrite(each);
const all = cases();

test('there are as many cases as there should be', () => expect(all.length).toBeGreaterThanOrEqual(60));

test('every hazard is told of in the documentation', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../docs/hazards.md'), 'utf8');
  const own = text.slice(text.indexOf('\n## CockroachDB\n'), text.indexOf('\n## SQLite\n'));
  const told = new Set([...own.matchAll(/`([a-z-]+)`/g)].map(([, code]) => code));
  const codes = all.flatMap((each) => {
    const ways = `${each.text.up ?? ''}\n${each.text.down ?? ''}`;
    return [...ways.matchAll(/^-- [a-z-]+ ([a-z-]+): /gm)].map(([, code]) => code);
  });
  // Core's own, of every engine.
  expect([...new Set(codes)].filter((code) => code !== 'gone-meanwhile' && !told.has(code))).toEqual([]);
});

describe.each(all)('$name', (each) => {
  test('is planned both ways as is written down', () => {
    const { up, down, refused } = each.text;
    expect(outcomeOf(each)).toEqual({
      ...(up !== undefined && { up }),
      ...(down !== undefined && { down }),
      ...(refused !== undefined && { refused }),
    });
  });

  test('what is rendered for each state is read as that state', () => {
    for (const goal of Object.values(statesOf(each))) {
      const again = catalogueOf(
        creationOf(goal)
          .map((text) => `${text};`)
          .join('\n'),
      );
      expect([...again].map(bare)).toEqual([...goal].map(bare));
      expect(diff(again, goal, { driver, server }).changes).toEqual([]);
    }
  });
});

function bare({ address, spec, extras, parent, needs }: SchemaObject) {
  return { address, spec, extras, parent, needs };
}

describe.runIf('parse' in parser)('CockroachDB’s own parser', () => {
  const parse = 'parse' in parser ? parser.parse : () => Promise.resolve([]);
  let read: ReadonlyMap<string, string | undefined> = new Map();
  beforeAll(async () => {
    const statements = all.flatMap((each) => {
      const { base, goal } = statesOf(each);
      const made = each.text.refused === undefined ? planBetween(base, goal, each.text.renames) : undefined;
      const ways = made ? [...statementsOf(made.up), ...statementsOf(made.down)] : [];
      return [...ways, ...creationOf(base), ...creationOf(goal)];
    });
    const answers = await parse(statements);
    read = new Map(statements.map((text, i) => [text, answers[i]?.error]));
  });

  test('reads every statement of every case, both ways', () => {
    expect(read.size).toBeGreaterThan(150);
    expect([...read].filter(([, error]) => error !== undefined)).toEqual([]);
  });

  test('says so where it does not', async () => {
    const [answer] = await parse(['CREATE DOMAIN d AS INT8']);
    expect(answer?.error).toContain('syntax error');
  });
});

describe.skipIf('parse' in parser)(
  `CockroachDB’s own parser: absent: ${'absent' in parser ? parser.absent : ''}`,
  () => {
    test('reads every statement of every case, both ways', () => {});
  },
);
