import type { Feature } from '../features/feature.js';

/** Columns whose values come from other columns. */
export const computed: Readonly<Record<string, Feature>> = {
  stored: {
    needs: ['amount'],
    forms: [
      ['ALTER TABLE @t ADD COLUMN twice varchar(50) GENERATED ALWAYS AS (CONCAT(@amount, "x")) STORED'],
      ["ALTER TABLE @t ADD COLUMN twice varchar(50) GENERATED ALWAYS AS (CONCAT(@amount, 'y')) STORED"],
      ["ALTER TABLE @t ADD COLUMN twice varchar(60) AS (CONCAT(@amount, 'y')) STORED COMMENT 'made'"],
      ["ALTER TABLE @t ADD COLUMN twice varchar(60) AS (CONCAT(id, 'y')) STORED FIRST"],
      ['ALTER TABLE @t ADD COLUMN twice varchar(60)'],
    ],
  },
  virtual: {
    needs: ['name'],
    forms: [
      ["ALTER TABLE @t ADD COLUMN seen varchar(200) AS (CONCAT(UPPER(@name), '!')) VIRTUAL"],
      ["ALTER TABLE @t ADD COLUMN seen varchar(200) AS (CONCAT(@name, '?')) VIRTUAL FIRST"],
      ['ALTER TABLE @t ADD COLUMN seen int AS (CHAR_LENGTH(@name)) VIRTUAL'],
      ['ALTER TABLE @t ADD COLUMN seen bigint AS (id + 1) VIRTUAL AFTER id'],
    ],
  },
  overVirtual: {
    needs: ['virtual'],
    forms: [
      ["ALTER TABLE @t ADD COLUMN over_seen varchar(220) AS (CONCAT(seen, '~')) VIRTUAL"],
      ["ALTER TABLE @t ADD COLUMN over_seen varchar(220) AS (CONCAT(seen, '~')) STORED FIRST"],
      ["ALTER TABLE @t ADD COLUMN over_seen varchar(220) AS (CONCAT(id, '~')) VIRTUAL"],
    ],
  },
  ofBoth: {
    needs: ['amount', 'name'],
    forms: [
      ['ALTER TABLE @t ADD COLUMN both_of varchar(99) AS (CONCAT(@amount, @name)) VIRTUAL AFTER id'],
      ['ALTER TABLE @t ADD COLUMN both_of varchar(99) AS (@amount) VIRTUAL'],
      ['ALTER TABLE @t ADD COLUMN both_of varchar(99) AS (@name) STORED'],
    ],
  },
  ofRef: {
    forms: [
      ['ALTER TABLE @other ADD COLUMN of_ref int AS (@ref * 2) VIRTUAL'],
      ['ALTER TABLE @other ADD COLUMN of_ref int AS (@ref * 2) STORED'],
      ['ALTER TABLE @other ADD COLUMN of_ref int AS (id) VIRTUAL FIRST, ADD KEY of_ref (of_ref)'],
      ['ALTER TABLE @other ADD CONSTRAINT ref_known CHECK (@ref < 1000)'],
    ],
  },
  usual: {
    needs: ['amount'],
    forms: [
      ['ALTER TABLE @t ADD COLUMN usual int DEFAULT (id + 1)'],
      ['ALTER TABLE @t ADD COLUMN usual int DEFAULT 2'],
      ['ALTER TABLE @t ADD COLUMN usual varchar(40) DEFAULT (CONCAT(@amount, id))'],
    ],
  },
};
