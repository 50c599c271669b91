import type { Feature } from '../features/feature.js';

/** Columns of every type, and what counts for them. */
export const columns: Readonly<Record<string, Feature>> = {
  amount: {
    forms: [
      ['ALTER TABLE @t ADD COLUMN @amount int DEFAULT 5'],
      ['ALTER TABLE @t ADD COLUMN @amount bigint DEFAULT 5'],
      ['ALTER TABLE @t ADD COLUMN @amount bigint unsigned NOT NULL DEFAULT 6'],
      ["ALTER TABLE @t ADD COLUMN @amount decimal(12,2) DEFAULT 5 COMMENT 'it''s \\\\ money'"],
      ["ALTER TABLE @t ADD COLUMN @amount varchar(30) DEFAULT '5'"],
      ['ALTER TABLE @t ADD COLUMN @amount int NOT NULL FIRST'],
    ],
    rows: ['UPDATE @t SET @amount = id * 3'],
  },
  name: {
    forms: [
      ['ALTER TABLE @t ADD COLUMN @name text AFTER id'],
      ["ALTER TABLE @t ADD COLUMN @name varchar(20) DEFAULT 'x y'"],
      ["ALTER TABLE @t ADD COLUMN @name varchar(64) NOT NULL DEFAULT 'x y'"],
      ["ALTER TABLE @t ADD COLUMN @name varchar(20) CHARACTER SET latin1 DEFAULT 'n'"],
      ["ALTER TABLE @t ADD COLUMN @name varchar(20) COLLATE utf8mb4_bin DEFAULT 'n' COMMENT 'says'"],
      ['ALTER TABLE @t ADD COLUMN @name char(9) FIRST'],
    ],
    rows: ["UPDATE @t SET @name = CONCAT('n', id)", "UPDATE IGNORE @t SET @name = 'né' WHERE id = 2"],
  },
  kind: {
    forms: [
      ["ALTER TABLE @t ADD COLUMN @kind enum('a','b') DEFAULT 'a'"],
      ["ALTER TABLE @t ADD COLUMN @kind enum('a','b','it''s') NOT NULL DEFAULT 'b'"],
      ["ALTER TABLE @t ADD COLUMN @kind enum('c','b','a')"],
      ["ALTER TABLE @t ADD COLUMN @kind set('a','b','c d') DEFAULT 'a,b'"],
      ["ALTER TABLE @t ADD COLUMN @kind set('b','a') CHARACTER SET latin1"],
      ["ALTER TABLE @t ADD COLUMN @kind varchar(10) DEFAULT 'a'"],
    ],
    rows: ["UPDATE @t SET @kind = 'b' WHERE id = 7"],
  },
  bits: {
    forms: [
      ["ALTER TABLE @t ADD COLUMN bits bit(3) DEFAULT b'101'"],
      ['ALTER TABLE @t ADD COLUMN bits tinyint(1) NOT NULL DEFAULT 1'],
      ['ALTER TABLE @t ADD COLUMN bits smallint unsigned zerofill'],
      ["ALTER TABLE @t ADD COLUMN bits bit(9) NOT NULL DEFAULT b'1'"],
      ['ALTER TABLE @t ADD COLUMN bits mediumint'],
    ],
    rows: ['UPDATE IGNORE @t SET bits = 3 WHERE id > 1'],
  },
  moment: {
    forms: [
      ['ALTER TABLE @t ADD COLUMN moment datetime DEFAULT CURRENT_TIMESTAMP'],
      [
        'ALTER TABLE @t ADD COLUMN moment timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3)',
      ],
      ['ALTER TABLE @t ADD COLUMN moment timestamp NULL'],
      ["ALTER TABLE @t ADD COLUMN moment date DEFAULT '2020-02-29'"],
      ['ALTER TABLE @t ADD COLUMN moment time(2)'],
      ['ALTER TABLE @t ADD COLUMN moment year'],
    ],
    rows: ["UPDATE IGNORE @t SET moment = '2024-05-06 07:08:09' WHERE id > 1"],
  },
  data: {
    forms: [
      ['ALTER TABLE @t ADD COLUMN data json'],
      ['ALTER TABLE @t ADD COLUMN data longtext'],
      ['ALTER TABLE @t ADD COLUMN data mediumblob'],
      ["ALTER TABLE @t ADD COLUMN data varbinary(40) DEFAULT x'0aff'"],
      ['ALTER TABLE @t ADD COLUMN data binary(4)'],
      ['ALTER TABLE @t ADD COLUMN data tinytext CHARACTER SET latin1'],
    ],
    rows: [`UPDATE IGNORE @t SET data = '{"a": 1}' WHERE id = 7`],
  },
  rate: {
    forms: [
      ['ALTER TABLE @t ADD COLUMN rate double DEFAULT 1.5'],
      ['ALTER TABLE @t ADD COLUMN rate float'],
      ['ALTER TABLE @t ADD COLUMN rate decimal(8,4) unsigned NOT NULL DEFAULT 0.1'],
      ['ALTER TABLE @t ADD COLUMN rate int unsigned zerofill DEFAULT 7'],
    ],
    rows: ['UPDATE @t SET rate = 2.5 WHERE id = 2'],
  },
  hidden: {
    forms: [
      ['ALTER TABLE @t ADD COLUMN hidden int DEFAULT 3 INVISIBLE'],
      ['ALTER TABLE @t ADD COLUMN hidden int DEFAULT 3'],
      // MySQL gives no row such a value as it adds the column.
      ['ALTER TABLE @t ADD COLUMN hidden varchar(36)', 'ALTER TABLE @t ALTER COLUMN hidden SET DEFAULT (UUID())'],
      ['ALTER TABLE @t ADD COLUMN hidden int DEFAULT (1 + 2)'],
    ],
  },
  counter: {
    forms: [
      ['ALTER TABLE @other MODIFY id int NOT NULL AUTO_INCREMENT'],
      ['ALTER TABLE @other ADD COLUMN n bigint unsigned NOT NULL AUTO_INCREMENT, ADD UNIQUE KEY n (n)'],
      ['ALTER TABLE @other ADD COLUMN n bigint'],
      ['ALTER TABLE @other ADD COLUMN n smallint NOT NULL DEFAULT 4, ADD KEY n (n, id)'],
    ],
  },
  idType: {
    forms: [
      ['ALTER TABLE @other ADD COLUMN far int'],
      ['ALTER TABLE @other ADD COLUMN far bigint, ADD COLUMN near char(3) CHARACTER SET ascii'],
    ],
  },
};
