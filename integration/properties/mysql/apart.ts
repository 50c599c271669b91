import type { Feature } from '../features/feature.js';

/** What MySQL alone has. */
export const ofMysql: Readonly<Record<string, Feature>> = {
  functional: {
    needs: ['amount'],
    forms: [
      ['CREATE INDEX functional ON @t ((@amount + 1))'],
      ['CREATE UNIQUE INDEX functional ON @t ((CONCAT(@amount, id)))'],
      ['CREATE INDEX functional ON @t (id, (ABS(id)) DESC)'],
    ],
  },
  multivalued: {
    forms: [
      ['ALTER TABLE @t ADD COLUMN list json', "CREATE INDEX many ON @t ((CAST(list->'$.ids' AS unsigned ARRAY)))"],
      ['ALTER TABLE @t ADD COLUMN list json'],
      ["ALTER TABLE @t ADD COLUMN list json, ADD KEY many (id, (CAST(list->'$.ids' AS char(9) ARRAY)))"],
    ],
    rows: [`UPDATE @t SET list = '{"ids": [4, 5]}' WHERE id = 7`],
  },
  unseen: { forms: [['CREATE INDEX unseen ON @other (@ref) INVISIBLE'], ['CREATE INDEX unseen ON @other (@ref)']] },
  lax: {
    forms: [
      ['ALTER TABLE @t ADD CONSTRAINT lax CHECK (id > 5) NOT ENFORCED'],
      ['ALTER TABLE @t ADD CONSTRAINT lax CHECK (id > 0)'],
    ],
  },
  located: {
    forms: [
      ['ALTER TABLE @other ADD COLUMN located point SRID 4326'],
      ['CREATE TABLE places (g geometry NOT NULL SRID 0, SPATIAL INDEX g (g))'],
      ['CREATE TABLE places (g geometry NOT NULL, s polygon SRID 4326)'],
      ['CREATE TABLE places (id int PRIMARY KEY, g point NOT NULL SRID 4326, SPATIAL INDEX g (g))'],
    ],
  },
  vector: {
    since: 9,
    forms: [['ALTER TABLE @other ADD COLUMN vec vector(3)'], ['ALTER TABLE @other ADD COLUMN vec vector(5)']],
  },
  functionalKey: {
    forms: [
      [
        'CREATE TABLE fk_part (id int PRIMARY KEY, d datetime DEFAULT (NOW() + INTERVAL 1 DAY), KEY day ((CAST(d AS date))))',
      ],
    ],
  },
};

/** What MariaDB alone has. */
export const ofMariadb: Readonly<Record<string, Feature>> = {
  sequence: {
    forms: [
      ['CREATE SEQUENCE counts'],
      ['CREATE SEQUENCE counts START WITH 10 INCREMENT BY 5 CACHE 10'],
      ['CREATE SEQUENCE counts MINVALUE 0 MAXVALUE 500 CYCLE NOCACHE'],
    ],
  },
  counted: {
    needs: ['sequence'],
    forms: [['ALTER TABLE @other ADD COLUMN counted bigint DEFAULT (NEXT VALUE FOR counts)']],
  },
  versioned: {
    rows: ['INSERT INTO kept (id, v) VALUES (1, 1), (2, 2)', 'UPDATE kept SET v = 9 WHERE id = 1'],
    forms: [
      ['CREATE TABLE kept (id int PRIMARY KEY, v int) WITH SYSTEM VERSIONING'],
      ['CREATE TABLE kept (id int PRIMARY KEY, v bigint, w int WITHOUT SYSTEM VERSIONING) WITH SYSTEM VERSIONING'],
      [
        'CREATE TABLE kept (id int PRIMARY KEY, v int, s timestamp(6) GENERATED ALWAYS AS ROW START, e timestamp(6) GENERATED ALWAYS AS ROW END INVISIBLE, PERIOD FOR SYSTEM_TIME (s, e)) WITH SYSTEM VERSIONING',
      ],
      ['CREATE TABLE kept (id int PRIMARY KEY, v int)'],
    ],
  },
  timed: {
    rows: [
      "INSERT INTO timed (id, v, a, b) VALUES (1, 4, '2020-01-01', '2021-01-01'), (1, 5, '2021-01-01', '2022-01-01')",
    ],
    forms: [
      [
        'CREATE TABLE timed (id int, v int, a date, b date, PERIOD FOR held (a, b), UNIQUE KEY once (id, held WITHOUT OVERLAPS))',
      ],
      ['CREATE TABLE timed (id int, v bigint, a date, b date, PERIOD FOR held (a, b), KEY once (id))'],
      ['CREATE TABLE timed (id int, v bigint, a date NOT NULL, b date NOT NULL)'],
      [
        'CREATE TABLE timed (id int, v int, w int, a datetime, b datetime, PERIOD FOR held (a, b), PRIMARY KEY (id, held WITHOUT OVERLAPS))',
      ],
    ],
  },
  known: {
    rows: ["UPDATE IGNORE @other SET u = '123e4567-e89b-12d3-a456-426655440000' WHERE id = 2"],
    forms: [
      ['ALTER TABLE @other ADD COLUMN u uuid DEFAULT uuid(), ADD COLUMN a inet6'],
      ['ALTER TABLE @other ADD COLUMN u char(36), ADD COLUMN a inet4'],
      ['ALTER TABLE @other ADD COLUMN u varchar(36)'],
    ],
  },
  vector: {
    since: 11,
    forms: [
      ['CREATE TABLE vectors (id int PRIMARY KEY, v vector(3) NOT NULL, VECTOR INDEX v (v))'],
      ['CREATE TABLE vectors (id int PRIMARY KEY, v vector(3) NOT NULL, w int)'],
    ],
  },
  unseen: { forms: [['CREATE INDEX unseen ON @other (@ref) IGNORED'], ['CREATE INDEX unseen ON @other (@ref)']] },
  located: {
    forms: [
      ['ALTER TABLE @other ADD COLUMN located point REF_SYSTEM_ID=4326'],
      ['CREATE TABLE places (g geometry NOT NULL, SPATIAL INDEX g (g))'],
      ['CREATE TABLE places (g geometry NOT NULL, s polygon)'],
    ],
  },
  squeezed: {
    forms: [
      ['ALTER TABLE @other ADD COLUMN squeezed text COMPRESSED'],
      ['ALTER TABLE @other ADD COLUMN squeezed text'],
    ],
  },
  onColumn: {
    forms: [
      ['ALTER TABLE @other ADD COLUMN judged int CHECK (judged > 0)'],
      ['ALTER TABLE @other ADD COLUMN judged int CHECK (judged > 1)'],
      ['ALTER TABLE @other ADD COLUMN judged int, ADD CONSTRAINT judges CHECK (judged > 0)'],
    ],
  },
};
