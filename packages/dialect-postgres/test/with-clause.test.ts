import { describe, expect, test } from 'vitest';
import { withOptions, withoutOptions } from '../src/text/with-clause.js';

describe('storage parameters in what the server prints', () => {
  test.each([
    ["USING btree (a) WITH (fillfactor='70')", 'USING btree (a)'],
    [
      "USING btree (a) INCLUDE (b) NULLS NOT DISTINCT WITH (fillfactor='70', x='(') WHERE (a > 1)",
      'USING btree (a) INCLUDE (b) NULLS NOT DISTINCT WHERE (a > 1)',
    ],
    [
      'EXCLUDE USING gist (r WITH &&) WITH (buffering=auto) WHERE (live)',
      'EXCLUDE USING gist (r WITH &&) WHERE (live)',
    ],
    ['EXCLUDE USING gist (r WITH &&) WITH (buffering=auto) DEFERRABLE', 'EXCLUDE USING gist (r WITH &&) DEFERRABLE'],
    ['USING btree ("WITH (")', 'USING btree ("WITH (")'],
    ["USING btree (a) WHERE (a = 'WITH (x)'::text)", "USING btree (a) WHERE (a = 'WITH (x)'::text)"],
  ])('%s', (printed, bare) => expect(withoutOptions(printed)).toBe(bare));

  test.each([
    ['USING btree (a)', 'USING btree (a) WITH (fillfactor=70)'],
    ['USING btree (a) WHERE (b)', 'USING btree (a) WITH (fillfactor=70) WHERE (b)'],
    [
      'UNIQUE (a) INCLUDE (b) DEFERRABLE INITIALLY DEFERRED',
      'UNIQUE (a) INCLUDE (b) WITH (fillfactor=70) DEFERRABLE INITIALLY DEFERRED',
    ],
    ['UNIQUE NULLS NOT DISTINCT (a)', 'UNIQUE NULLS NOT DISTINCT (a) WITH (fillfactor=70)'],
  ])('put into %s', (bare, whole) => expect(withOptions(bare, ['fillfactor=70'])).toBe(whole));
});
