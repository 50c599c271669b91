import { expect, test } from 'vitest';
import { isSameQuery } from '../src/kinds/view/query.js';

const renamed = new Map([['b', 'a']]);

test.each([
  [' SELECT a FROM t;', ' SELECT a AS b FROM t;'],
  [' SELECT x AS a FROM t;', ' SELECT x AS b FROM t;'],
  [' SELECT b AS a FROM t;', ' SELECT b FROM t;'],
  [
    ' SELECT t.a\n   FROM t\nUNION\n SELECT u.x AS a\n   FROM u;',
    ' SELECT t.a AS b\n   FROM t\nUNION\n SELECT u.x AS b\n   FROM u;',
  ],
])('one query but for the name of a column: %s', (from, to) => {
  expect(isSameQuery(from, to, renamed)).toBe(true);
});

test.each([
  [' SELECT a FROM t;', ' SELECT b FROM t;'],
  [' SELECT a FROM t WHERE a > 0;', ' SELECT a AS b FROM t WHERE b > 0;'],
  [' SELECT x AS a FROM t;', ' SELECT x AS c FROM t;'],
  [' SELECT x.a FROM ( SELECT 1 AS a) x;', ' SELECT x.a AS b FROM ( SELECT 1 AS b) x;'],
  [' SELECT a FROM t;', ' SELECT a AS b FROM t LIMIT 1;'],
])('another query: %s', (from, to) => {
  expect(isSameQuery(from, to, renamed)).toBe(false);
});
