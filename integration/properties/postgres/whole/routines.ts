import type { Feature } from '../../features/feature.js';

/** Functions, procedures and aggregates. */
export const routines: Readonly<Record<string, Feature>> = {
  rowType: {
    forms: [
      ["CREATE FUNCTION takes(@t) RETURNS integer LANGUAGE sql STABLE AS 'SELECT $1.id'"],
      ["CREATE FUNCTION takes(@t) RETURNS integer LANGUAGE sql STABLE AS 'SELECT $1.id + 1'"],
      ["CREATE FUNCTION takes(@t) RETURNS bigint LANGUAGE sql STABLE AS 'SELECT $1.id::bigint'"],
    ],
  },
  givesRows: {
    forms: [
      ["CREATE FUNCTION gives(integer) RETURNS SETOF @t LANGUAGE sql STABLE AS 'SELECT NULL::@t'"],
      ["CREATE FUNCTION gives(integer) RETURNS TABLE (a @t, b integer) LANGUAGE sql STABLE AS 'SELECT NULL::@t, 1'"],
      [
        "CREATE FUNCTION gives(integer) RETURNS SETOF @t LANGUAGE sql STABLE AS 'SELECT NULL::@t'",
        'CREATE VIEW given AS SELECT * FROM gives(1)',
      ],
    ],
  },
  usesRowType: { needs: ['rowType'], forms: [['CREATE VIEW uses_takes AS SELECT takes(t.*) AS x FROM @t t']] },
  atomic: {
    needs: ['amount'],
    since: 14,
    forms: [
      ['CREATE FUNCTION @os.counts() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(@amount) FROM @t; END'],
      ['CREATE FUNCTION @os.counts() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(@amount) + 1 FROM @t; END'],
      [
        "CREATE FUNCTION @os.counts() RETURNS bigint LANGUAGE sql BEGIN ATOMIC UPDATE @other SET @ref = NULL WHERE id = 99; SELECT id::bigint FROM @t WHERE @amount::text = ''; END",
      ],
    ],
  },
  useOfAtomic: {
    needs: ['atomic'],
    forms: [
      ['ALTER TABLE @other ADD COLUMN counts bigint DEFAULT @os.counts()'],
      ['CREATE VIEW use_of_atomic AS SELECT @os.counts() AS n'],
    ],
  },
  byPair: {
    needs: ['pair'],
    forms: [
      ["CREATE FUNCTION by_pair(@pair) RETURNS integer LANGUAGE sql AS 'SELECT 1'"],
      ["CREATE FUNCTION by_pair(@pair, integer DEFAULT 1) RETURNS @pair LANGUAGE sql AS 'SELECT $1'"],
    ],
  },
  byMood: {
    needs: ['mood'],
    forms: [
      ["CREATE FUNCTION by_mood(m @mood DEFAULT 'ok') RETURNS @mood LANGUAGE sql IMMUTABLE AS 'SELECT m'"],
      ["CREATE FUNCTION by_mood(m @mood) RETURNS @mood[] LANGUAGE sql IMMUTABLE AS 'SELECT ARRAY[m]'"],
    ],
  },
  viewOfMood: {
    needs: ['ofMood'],
    forms: [
      ['CREATE VIEW moods AS SELECT feels FROM @t WHERE feels IS NOT NULL'],
      ["CREATE VIEW moods AS SELECT id FROM @t WHERE feels::text <> 'ok'"],
    ],
  },
  overloads: {
    forms: [
      [
        "CREATE FUNCTION over(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1'",
        "CREATE FUNCTION over(text) RETURNS integer LANGUAGE sql AS 'SELECT 2'",
      ],
      ["CREATE FUNCTION over(integer, x integer DEFAULT 3) RETURNS integer LANGUAGE sql STABLE AS 'SELECT 1'"],
      [
        "CREATE PROCEDURE over(integer) LANGUAGE sql AS 'SELECT 1'",
        "CREATE FUNCTION over(VARIADIC a text[]) RETURNS integer LANGUAGE sql SET work_mem = '5MB' AS 'SELECT 2'",
      ],
    ],
  },
  aggregate: {
    forms: [
      ["CREATE AGGREGATE @os.total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0')"],
      ["CREATE AGGREGATE @os.total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '1')"],
      [
        'CREATE AGGREGATE @os.total(integer) (SFUNC = int4pl, STYPE = integer)',
        'CREATE VIEW totals AS SELECT @os.total(id) AS n FROM @t',
      ],
    ],
  },
};
