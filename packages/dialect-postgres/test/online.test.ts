import { describe, expect, test } from 'vitest';
import { keyParts } from '../src/online/key-parts.js';
import { fillMark, notNullCheck, notNullName } from '../src/online/marks.js';
import { mayBeVolatile } from '../src/online/volatile.js';
import { writeStatement } from '../src/script.js';

describe('a default that the server printed', () => {
  test.each([
    ['gen_random_uuid()', true],
    ["nextval('public.numbers'::regclass)", true],
    ['(1 + (random() * (10)::double precision))', true],
    ['public.mine()', true],
    ['now()', false],
    ["timezone('utc'::text, now())", false],
    ["'random()'::text", false],
    ['"random"', false],
    ["'x'::character varying(20)", false],
    ['0', false],
  ])('%s may be another one for each row: %s', (expression, is) => {
    expect(mayBeVolatile(expression)).toBe(is);
  });
});

describe('a key', () => {
  test.each([
    ['PRIMARY KEY (id)', { type: 'PRIMARY KEY', columns: ['id'], index: '(id)', rest: '' }],
    ['UNIQUE (a, "b, (c")', { type: 'UNIQUE', columns: ['a', 'b, (c'], index: '(a, "b, (c")', rest: '' }],
    [
      "UNIQUE NULLS NOT DISTINCT (a) INCLUDE (b) WITH (fillfactor='70') DEFERRABLE INITIALLY DEFERRED",
      {
        type: 'UNIQUE',
        columns: ['a'],
        index: "(a) INCLUDE (b) NULLS NOT DISTINCT WITH (fillfactor='70')",
        rest: 'DEFERRABLE INITIALLY DEFERRED',
      },
    ],
    ['UNIQUE (a, during WITHOUT OVERLAPS)', undefined],
    ['EXCLUDE USING gist (during WITH &&)', undefined],
    ['UNIQUE (a) USING INDEX TABLESPACE fast', undefined],
  ])('%s falls into the statements that make it', (definition, parts) => {
    expect(keyParts(definition)).toEqual(parts);
  });
});

test('what stands for a while is called after its column, however long that is', () => {
  const long = 'ä'.repeat(31);
  expect(fillMark('token')).toBe('schema_sync_fill_token');
  for (const name of [fillMark(long), notNullCheck(long)]) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(63);
  expect(fillMark(long)).not.toBe(fillMark(`${long.slice(1)}b`));
  expect(notNullName('orders', 'total')).toBe('orders_total_not_null');
  expect(notNullName('orders', long)).toBeUndefined();
});

test('what is repeated is a loop in a script, each round of which is committed', () => {
  expect(writeStatement({ text: "SELECT 1 AS done, 'it''s' || $1 AS next", repeat: true })).toBe(`DO $check$
DECLARE
  place text;
  done bigint;
BEGIN
  LOOP
    EXECUTE 'SELECT 1 AS done, ''it''''s'' || $1 AS next'
    INTO done, place
    USING place;
    COMMIT;
    EXIT WHEN place IS NULL;
  END LOOP;
END
$check$`);
});
