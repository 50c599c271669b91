import driver from '@sync/driver-cassandra';
import type { Feature, Name } from '../features/feature.js';
import { World } from '../features/world.js';

const java = (name: string, body: string) =>
  `CREATE FUNCTION ${name}(a int, b int) CALLED ON NULL INPUT RETURNS int LANGUAGE java AS 'return ${body};'`;

/** In an order in which they can be made. */
const features: Readonly<Record<string, Feature>> = {
  place: {
    forms: [
      ['CREATE TYPE place (street text)'],
      ['CREATE TYPE place (street text, zip int)'],
      ['CREATE TYPE place (street text, zip int, tags frozen<set<text>>)'],
    ],
  },
  columns: {
    rows: ["UPDATE @t SET name = 'one' WHERE id = 1 AND @at = 1"],
    forms: [['ALTER TABLE @t ADD name text'], ['ALTER TABLE @t ADD (name text, motto text static, amount decimal)']],
  },
  collections: {
    forms: [
      ['ALTER TABLE @t ADD tags set<text>'],
      ['ALTER TABLE @t ADD (tags set<text>, marks map<text, frozen<list<int>>>)'],
      ['ALTER TABLE @t ADD (tags set<text>, both tuple<int, text>)'],
    ],
  },
  home: { needs: ['place'], forms: [['ALTER TABLE @t ADD home frozen<place>']] },
  byName: {
    needs: ['columns'],
    forms: [['CREATE INDEX by_name ON @t (name)'], ['CREATE INDEX named ON @t (name)']],
  },
  byTag: { needs: ['collections'], forms: [['CREATE INDEX by_tag ON @t (tags)']] },
  properties: {
    forms: [
      ["ALTER TABLE @t WITH comment = 'it''s' AND gc_grace_seconds = 3600"],
      [
        "ALTER TABLE @t WITH compaction = {'class': 'LeveledCompactionStrategy', 'sstable_size_in_mb': 100} AND speculative_retry = '50ms'",
      ],
      ["ALTER TABLE @t WITH compression = {'enabled': false} AND default_time_to_live = 600"],
    ],
  },
  other: {
    rows: ["INSERT INTO other (id, v) VALUES (1, 'x')"],
    forms: [
      ['CREATE TABLE other (id int PRIMARY KEY, v text)'],
      ["CREATE TABLE other (id int PRIMARY KEY, v text, w inet) WITH comment = 'other'"],
    ],
  },
  attached: {
    needs: ['other'],
    since: 5,
    forms: [
      ["CREATE INDEX attached ON other (v) USING 'sai'"],
      ["CREATE INDEX attached ON other (v) USING 'sai' WITH OPTIONS = {'case_sensitive': 'false'}"],
    ],
  },
  visits: { forms: [['CREATE TABLE visits (page text PRIMARY KEY, seen counter)']] },
  view: {
    needs: ['other'],
    forms: [
      [
        'CREATE MATERIALIZED VIEW by_v AS SELECT id, v FROM other WHERE id IS NOT NULL AND v IS NOT NULL PRIMARY KEY (v, id)',
      ],
      [
        "CREATE MATERIALIZED VIEW by_v AS SELECT id, v FROM other WHERE id IS NOT NULL AND v IS NOT NULL PRIMARY KEY (v, id) WITH comment = 'seen'",
      ],
      [
        'CREATE MATERIALIZED VIEW by_v AS SELECT id, v FROM other WHERE id IS NOT NULL AND v IS NOT NULL PRIMARY KEY (id, v)',
      ],
    ],
  },
  plus: { forms: [[java('plus', 'a + b')], [java('plus', 'b + a')]] },
  total: {
    needs: ['plus'],
    forms: [
      ['CREATE AGGREGATE total(int) SFUNC plus STYPE int INITCOND 0'],
      ['CREATE AGGREGATE total(int) SFUNC plus STYPE int INITCOND 1'],
    ],
  },
};

const names: Readonly<Record<string, Name>> = {
  at: { in: 't', isColumn: true, called: ['at', 'when'] },
};

/** What schemas of Cassandra can be made of here. A table keeps its name, as there is no statement that gives it another. */
export const cassandraWorld = new World({
  features,
  names: { ...names, t: { called: ['t', 't'] } },
  base: ['CREATE TABLE @t (id int, @at int, PRIMARY KEY (id, @at))'],
  rows: ['INSERT INTO @t (id, @at) VALUES (1, 1)', 'INSERT INTO @t (id, @at) VALUES (1, 2)'],
  quote: driver.dialect.quote,
});
