import type { Feature } from '../features/feature.js';

const parted = (columns: string, partitions: string): readonly string[] => [
  `CREATE TABLE @part (id int NOT NULL, @low int, k varchar(9), ${columns}PRIMARY KEY (id)) ${partitions}`,
];

/** A table with names of which a database has no two. */
const named = (table: string) =>
  `CREATE TABLE ${table} (id int PRIMARY KEY, o int, CONSTRAINT moves FOREIGN KEY (o) REFERENCES @other (id), CONSTRAINT judges CHECK (o > 0))`;
const ofNamed = (constraints: string) => `CREATE TABLE of_named (id int PRIMARY KEY, m int, ${constraints})`;

/** Tables in parts, and tables beside the others. */
export const tables: Readonly<Record<string, Feature>> = {
  parted: {
    rows: ['INSERT INTO @part (id) VALUES (7), (120)'],
    forms: [
      parted(
        '',
        'PARTITION BY RANGE (id) (PARTITION low VALUES LESS THAN (100), PARTITION rest VALUES LESS THAN MAXVALUE)',
      ),
      parted(
        '',
        'PARTITION BY RANGE (id) (PARTITION low VALUES LESS THAN (50), PARTITION high VALUES LESS THAN (1000))',
      ),
      parted(
        '',
        "PARTITION BY RANGE (id) (PARTITION low VALUES LESS THAN (100) COMMENT 'low', PARTITION high VALUES LESS THAN (200), PARTITION top VALUES LESS THAN (300))",
      ),
      parted('', 'PARTITION BY LIST (id) (PARTITION one VALUES IN (1, 2, 7), PARTITION two VALUES IN (3, 120))'),
      parted('', 'PARTITION BY HASH (id) PARTITIONS 3'),
      parted('', 'PARTITION BY LINEAR KEY (id) PARTITIONS 4'),
      parted('', 'PARTITION BY KEY () PARTITIONS 2'),
      parted(
        '',
        'PARTITION BY RANGE (id) SUBPARTITION BY HASH (id) SUBPARTITIONS 2 (PARTITION low VALUES LESS THAN (100), PARTITION rest VALUES LESS THAN MAXVALUE)',
      ),
      parted(
        '',
        'PARTITION BY RANGE COLUMNS (id) (PARTITION low VALUES LESS THAN (100), PARTITION high VALUES LESS THAN (MAXVALUE))',
      ),
      parted(
        '',
        "PARTITION BY LIST (id) SUBPARTITION BY KEY (id) (PARTITION one VALUES IN (1, 2, 7) (SUBPARTITION a, SUBPARTITION b), PARTITION `two it's` VALUES IN (3, 120) (SUBPARTITION c, SUBPARTITION d))",
      ),
      parted(
        '',
        'PARTITION BY RANGE (id DIV 10) (PARTITION low VALUES LESS THAN (5), PARTITION high VALUES LESS THAN (50))',
      ),
      parted('born date, ', ''),
    ],
  },
  partIndex: {
    needs: ['parted'],
    forms: [['CREATE INDEX part_index ON @part (@low)'], ['CREATE INDEX part_index ON @part (k, @low)']],
  },
  partCheck: {
    needs: ['parted'],
    forms: [
      ['ALTER TABLE @part ADD CONSTRAINT part_check CHECK (@low > 0)'],
      ['ALTER TABLE @part ADD COLUMN late int NOT NULL DEFAULT 4'],
    ],
  },
  aside: {
    rows: ["INSERT INTO aside (a) VALUES ('one'), ('two')"],
    forms: [
      ['CREATE TABLE aside (a varchar(20) NOT NULL, b int DEFAULT 1, UNIQUE KEY a (a)) DEFAULT CHARACTER SET utf8mb3'],
      ['CREATE TABLE aside (a varchar(20) NOT NULL PRIMARY KEY, b bigint, c int NOT NULL DEFAULT 0)'],
      ['CREATE TABLE aside (a varchar(20), b int) ENGINE = MyISAM'],
      ['CREATE TABLE aside (A varchar(20), b int, KEY (b))'],
      ['CREATE TABLE aside (b int, a varchar(20))'],
    ],
  },
  wordy: {
    rows: ['INSERT INTO @wordy (@key) VALUES (1), (2)'],
    forms: [
      ["CREATE TABLE @wordy (@key int PRIMARY KEY, `a``b` int DEFAULT 3, `%s \\ q` varchar(9) DEFAULT '%')"],
      ['CREATE TABLE @wordy (@key bigint PRIMARY KEY, `a``b` int DEFAULT 3, KEY `in ``dex` (`a``b`))'],
      ["CREATE TABLE @wordy (@key int PRIMARY KEY COMMENT 'q''` q', CONSTRAINT `c ``h` CHECK (@key > 0))"],
    ],
  },
  overWordy: {
    needs: ['wordy'],
    forms: [
      ['CREATE VIEW over_wordy AS SELECT @key FROM @wordy'],
      ['CREATE TRIGGER on_wordy AFTER INSERT ON @wordy FOR EACH ROW DELETE FROM @other WHERE id = NEW.@key + 90'],
      [
        'CREATE TABLE of_wordy (k int PRIMARY KEY, w int, CONSTRAINT to_wordy FOREIGN KEY (w) REFERENCES @wordy (@key))',
      ],
    ],
  },
  refersAside: {
    rows: ['INSERT INTO master VALUES (1, 2), (3, 4)', 'INSERT INTO follower (x, y) VALUES (1, 2), (NULL, 4)'],
    forms: [
      [
        'CREATE TABLE master (x int NOT NULL, y int NOT NULL, UNIQUE KEY xy (x, y), KEY y (y))',
        'CREATE TABLE follower (id serial, x int, y int, CONSTRAINT both_ways FOREIGN KEY (x, y) REFERENCES master (x, y) ON DELETE CASCADE)',
      ],
      [
        'CREATE TABLE master (x bigint NOT NULL, y bigint NOT NULL, UNIQUE KEY xy (x, y))',
        'CREATE TABLE follower (id serial, x bigint, y bigint, CONSTRAINT both_ways FOREIGN KEY (x, y) REFERENCES master (x, y))',
      ],
      ['CREATE TABLE master (x int, y int)', 'CREATE TABLE follower (id serial, x int, y int)'],
    ],
  },
  named: {
    rows: ['INSERT INTO of_named (id) VALUES (1), (2)'],
    forms: [
      [named('mover'), ofNamed('CONSTRAINT to_named FOREIGN KEY (m) REFERENCES mover (id)')],
      [named('taker'), ofNamed('CONSTRAINT to_named FOREIGN KEY (m) REFERENCES taker (id)')],
      [named('taker'), ofNamed('CONSTRAINT To_Named FOREIGN KEY (m) REFERENCES @t (id)')],
      [
        'CREATE TABLE mover (id int PRIMARY KEY, o int, CONSTRAINT to_named FOREIGN KEY (o) REFERENCES @t (id))',
        ofNamed('CONSTRAINT moves FOREIGN KEY (m) REFERENCES mover (id), CONSTRAINT judges CHECK (m > 0)'),
      ],
      [
        ofNamed('CONSTRAINT to_named FOREIGN KEY (m) REFERENCES of_named (id)'),
        'ALTER TABLE @other ADD CONSTRAINT moves FOREIGN KEY (@ref) REFERENCES of_named (id), ADD CONSTRAINT judges CHECK (id > 0)',
      ],
    ],
  },
};
