import type { Feature } from '../features/feature.js';

/** Keys, indexes, checks and options of tables. */
export const keys: Readonly<Record<string, Feature>> = {
  primary: {
    forms: [
      ['ALTER TABLE @t DROP PRIMARY KEY'],
      ['ALTER TABLE @t ADD COLUMN k2 int NOT NULL DEFAULT 1, DROP PRIMARY KEY, ADD PRIMARY KEY (id, k2)'],
      ['ALTER TABLE @t ADD COLUMN k2 int NOT NULL DEFAULT 1, DROP PRIMARY KEY, ADD PRIMARY KEY (k2, id)'],
    ],
  },
  aunique: {
    needs: ['amount'],
    forms: [
      ['CREATE UNIQUE INDEX single ON @t (id, @amount)'],
      ['CREATE UNIQUE INDEX single ON @t (@amount)'],
      ["CREATE INDEX single ON @t (@amount, id) COMMENT 'was single'"],
      ['CREATE UNIQUE INDEX Single ON @t (id)'],
    ],
  },
  index: {
    needs: ['name'],
    forms: [
      ['CREATE INDEX `i x` ON @t (@name(5))'],
      ["CREATE INDEX `i x` ON @t (@name(7), id) COMMENT 'it''s'"],
      ['CREATE UNIQUE INDEX `i x` ON @t (id, @name(5))'],
      ['CREATE INDEX `i x` ON @t (id DESC)'],
      ['CREATE INDEX `i y` ON @t (@name(5))'],
    ],
  },
  words: {
    needs: ['name'],
    forms: [['CREATE FULLTEXT INDEX words ON @t (@name)'], ["CREATE FULLTEXT INDEX words ON @t (@name) COMMENT 'f'"]],
  },
  place: {
    forms: [
      ["ALTER TABLE @t ADD COLUMN place point NOT NULL DEFAULT (ST_GeomFromText('POINT(1 2)'))"],
      ['ALTER TABLE @t ADD COLUMN place geometry'],
      ['ALTER TABLE @other ADD COLUMN place geometry NOT NULL'],
      ['ALTER TABLE @other ADD COLUMN place polygon'],
      [
        "ALTER TABLE @t ADD COLUMN place point NOT NULL DEFAULT (ST_GeomFromText('POINT(3 4)')), ADD SPATIAL INDEX place (place)",
      ],
    ],
  },
  ofComputed: {
    needs: ['virtual'],
    forms: [
      ['CREATE INDEX computed ON @t (seen)'],
      ['CREATE INDEX computed ON @t (seen, id)'],
      ['CREATE UNIQUE INDEX computed ON @t (id, seen)'],
    ],
  },
  check: {
    needs: ['amount'],
    forms: [
      ['ALTER TABLE @t ADD CONSTRAINT checked CHECK (@amount <> 99)'],
      ['ALTER TABLE @t ADD CONSTRAINT checked CHECK (@amount <> 99 AND id > 0 OR id IN (5, 6))'],
      ['ALTER TABLE @t ADD CHECK (id BETWEEN 0 AND 1000)'],
      ["ALTER TABLE @t ADD CONSTRAINT `it's ``checked``` CHECK (@amount <> 99)"],
    ],
  },
  reference: {
    forms: [
      ['ALTER TABLE @other ADD CONSTRAINT refers FOREIGN KEY (@ref) REFERENCES @t (id)'],
      ['ALTER TABLE @other ADD CONSTRAINT refers FOREIGN KEY (@ref) REFERENCES @t (id) ON DELETE SET NULL'],
      ['ALTER TABLE @other ADD FOREIGN KEY (@ref) REFERENCES @t (id) ON UPDATE CASCADE'],
      ['ALTER TABLE @other ADD CONSTRAINT refers FOREIGN KEY by_key (@ref) REFERENCES @t (id) ON DELETE CASCADE'],
      [
        'CREATE INDEX own ON @other (@ref, id)',
        'ALTER TABLE @other ADD CONSTRAINT refers FOREIGN KEY (@ref) REFERENCES @t (id)',
      ],
    ],
  },
  circle: {
    forms: [
      [
        'ALTER TABLE @t ADD COLUMN first_other int',
        'ALTER TABLE @t ADD CONSTRAINT back FOREIGN KEY (first_other) REFERENCES @other (id)',
      ],
      ['ALTER TABLE @t ADD COLUMN first_other int, ADD KEY first_other (first_other)'],
    ],
  },
  tree: {
    forms: [
      [
        'ALTER TABLE @other ADD COLUMN up int, ADD CONSTRAINT tree FOREIGN KEY (up) REFERENCES @other (id) ON DELETE SET NULL',
      ],
      ['ALTER TABLE @other ADD COLUMN up int, ADD CONSTRAINT tree FOREIGN KEY (up) REFERENCES @t (id)'],
    ],
  },
  options: {
    forms: [
      ["ALTER TABLE @t COMMENT = 'it''s \\\\ t'"],
      ['ALTER TABLE @t ROW_FORMAT = COMPACT'],
      ['ALTER TABLE @t DEFAULT CHARACTER SET latin1'],
      ['ALTER TABLE @t COLLATE utf8mb4_bin, STATS_PERSISTENT = 1'],
      ['ALTER TABLE @t CONVERT TO CHARACTER SET utf8mb3 COLLATE utf8mb3_bin'],
      ['ALTER TABLE @t ROW_FORMAT = REDUNDANT, MIN_ROWS = 7'],
      ['ALTER TABLE @t ENGINE = MyISAM'],
    ],
  },
  otherOptions: {
    forms: [
      ["ALTER TABLE @other CONVERT TO CHARACTER SET latin1, COMMENT = 'says'"],
      ['ALTER TABLE @other ROW_FORMAT = COMPRESSED KEY_BLOCK_SIZE = 4'],
      ['ALTER TABLE @other AVG_ROW_LENGTH = 100, MAX_ROWS = 5000'],
    ],
  },
  // After the options: a table that is converted takes the columns of its keys along, and leaves those at their other ends.
  byUnique: {
    forms: [
      [
        'ALTER TABLE @t ADD COLUMN code varchar(20) CHARACTER SET ascii, ADD UNIQUE KEY code (code)',
        'ALTER TABLE @other ADD COLUMN code varchar(20) CHARACTER SET ascii, ADD CONSTRAINT by_code FOREIGN KEY (code) REFERENCES @t (code) ON UPDATE CASCADE',
      ],
      [
        'ALTER TABLE @t ADD COLUMN code varchar(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, ADD UNIQUE KEY code (code)',
        'ALTER TABLE @other ADD COLUMN code varchar(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, ADD CONSTRAINT by_code FOREIGN KEY (code) REFERENCES @t (code)',
      ],
      [
        'ALTER TABLE @t ADD COLUMN code bigint, ADD UNIQUE KEY code (code)',
        'ALTER TABLE @other ADD COLUMN code bigint, ADD CONSTRAINT by_code FOREIGN KEY (code) REFERENCES @t (code) ON DELETE CASCADE',
      ],
      ['ALTER TABLE @t ADD COLUMN code int', 'ALTER TABLE @other ADD COLUMN code int, ADD KEY by_code (code)'],
    ],
    rows: ['UPDATE @t SET code = id', 'UPDATE @other SET code = 7 WHERE id = 2'],
  },
};
