import type { Feature } from '../../features/feature.js';

/** Tables that inherit and tables in parts. */
export const tables: Readonly<Record<string, Feature>> = {
  heir: {
    rows: ['INSERT INTO @heir (id) VALUES (11)'],
    forms: [
      ['CREATE TABLE @heir (more text) INHERITS (@t)'],
      ['CREATE TABLE @heir (id integer NOT NULL, more text) INHERITS (@t)', 'ALTER TABLE @heir ALTER id SET DEFAULT 3'],
      ['CREATE TABLE @heir (more text, id integer)'],
    ],
  },
  parted: {
    forms: [
      ['CREATE TABLE @part (id integer NOT NULL, v integer, k text) PARTITION BY RANGE (id)'],
      ['CREATE TABLE @part (id integer NOT NULL, v bigint DEFAULT 1, k varchar(9)) PARTITION BY RANGE (id)'],
    ],
  },
  low: {
    needs: ['parted'],
    rows: ['INSERT INTO @part (id) VALUES (7)'],
    forms: [
      ['CREATE TABLE low PARTITION OF @part FOR VALUES FROM (0) TO (100)'],
      ['CREATE TABLE low PARTITION OF @part FOR VALUES FROM (MINVALUE) TO (50)'],
      [
        'CREATE TABLE low PARTITION OF @part FOR VALUES FROM (0) TO (100) PARTITION BY HASH (id)',
        'CREATE TABLE "low A" PARTITION OF low FOR VALUES WITH (MODULUS 1, REMAINDER 0)',
      ],
      ['CREATE TABLE low PARTITION OF @part (v DEFAULT 9, CHECK (id <> 77)) FOR VALUES FROM (0) TO (100)'],
    ],
  },
  high: {
    needs: ['parted'],
    forms: [
      ['CREATE TABLE @os.high PARTITION OF @part FOR VALUES FROM (100) TO (200)'],
      ['CREATE TABLE @os.high PARTITION OF @part FOR VALUES FROM (100) TO (MAXVALUE)'],
    ],
  },
  rest: { needs: ['parted'], forms: [['CREATE TABLE rest PARTITION OF @part DEFAULT']] },
  partKey: {
    needs: ['parted'],
    forms: [
      ['ALTER TABLE @part ADD CONSTRAINT part_key PRIMARY KEY (id)'],
      ['ALTER TABLE @part ADD CONSTRAINT part_key UNIQUE (id)'],
      [
        'ALTER TABLE @part ADD CONSTRAINT part_key PRIMARY KEY (id)',
        'ALTER TABLE @other ADD COLUMN part_id integer',
        'ALTER TABLE @other ADD CONSTRAINT to_part FOREIGN KEY (part_id) REFERENCES @part',
      ],
    ],
  },
  partIndex: {
    needs: ['parted'],
    forms: [['CREATE INDEX part_index ON @part (v)'], ['CREATE INDEX part_index ON @part (k, v)']],
  },
  partRefers: {
    needs: ['parted'],
    forms: [['ALTER TABLE @part ADD CONSTRAINT part_refers FOREIGN KEY (id) REFERENCES @t']],
  },
  lists: {
    forms: [
      [
        'CREATE TABLE lists (k text, n integer) PARTITION BY LIST (k)',
        "CREATE TABLE lists_a PARTITION OF lists FOR VALUES IN ('a', 'b')",
      ],
      [
        'CREATE TABLE lists (k text, n integer) PARTITION BY LIST (k)',
        "CREATE TABLE lists_a PARTITION OF lists FOR VALUES IN ('a')",
        "CREATE TABLE lists_b PARTITION OF lists FOR VALUES IN ('b', NULL)",
      ],
      [
        'CREATE TABLE lists (k text, n integer) PARTITION BY HASH (k)',
        'CREATE TABLE lists_a PARTITION OF lists FOR VALUES WITH (MODULUS 2, REMAINDER 0)',
      ],
    ],
  },
  partIndexAlone: {
    needs: ['parted'],
    forms: [['CREATE INDEX alone ON ONLY @part (v)'], ['CREATE INDEX alone ON ONLY @part (k)']],
  },
};
