import { bridgeMark } from '@sync/core';

const teams = `CREATE TABLE teams (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(50) NOT NULL UNIQUE
) COMMENT='who''s who'`;
const users = `CREATE TABLE users (
  id INT NOT NULL PRIMARY KEY,
  mail VARCHAR(80) COLLATE utf8mb4_bin,
  age SMALLINT DEFAULT 0,
  born DATETIME(3) DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
  doubled INT GENERATED ALWAYS AS (age * 2) VIRTUAL,
  mood ENUM('sad', 'it''s fine') DEFAULT 'sad',
  months INT,
  years INT,
  team_id INT,
  KEY users_by_mail (mail(20), age),
  CONSTRAINT users_grown CHECK (age >= 0),
  CONSTRAINT users_team FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE CASCADE
)`;
const parted = `CREATE TABLE parted (id INT NOT NULL, day DATE NOT NULL, PRIMARY KEY (id, day))
PARTITION BY RANGE (YEAR(day)) (PARTITION old VALUES LESS THAN (2020), PARTITION rest VALUES LESS THAN MAXVALUE)`;
const adults = 'CREATE VIEW adults AS SELECT id, mail FROM users WHERE age >= 18';
const twice = "CREATE FUNCTION twice(a INT) RETURNS INT DETERMINISTIC COMMENT 'two times' RETURN a * 2";
const tidy = `CREATE PROCEDURE tidy(IN least INT, OUT gone INT) BEGIN
  IF least > 0 THEN DELETE FROM users WHERE age < least; END IF;
  SET gone = ROW_COUNT();
END`;
const lowered = `CREATE TRIGGER users_lowered BEFORE INSERT ON users FOR EACH ROW BEGIN
  SET NEW.mail = LOWER(NEW.mail);
END`;

const mark = bridgeMark({ column: 'months', into: [{ column: 'years', as: 'months / 12' }], back: 'years * 12' });
const inStep = ['INSERT', 'UPDATE', 'INSERT', 'UPDATE'].map(
  (event, i) =>
    `CREATE TRIGGER _schema_sync_bridge_abc_${i + 1} BEFORE ${event} ON users FOR EACH ROW BEGIN ${mark} DO 1; END`,
);

const nightly =
  "CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 03:00:00' DISABLE DO DELETE FROM teams";

/** What only one server of the family has: statements of any file, and what takes a session that is set for it. */
export interface OwnSchemas {
  readonly first?: readonly string[];
  readonly beside?: readonly string[];
}

/** What the contract is tried with on every server of the family. */
export function schemasWith({ first = [], beside = [] }: OwnSchemas = {}) {
  return {
    first: [teams, users, parted, adults, twice, tidy, lowered, ...inStep, nightly, ...first],
    optIn: [
      'ALTER DATABASE CHARACTER SET latin1',
      // What is granted on a routine goes with it.
      "CREATE USER IF NOT EXISTS 'contract'@'%' ACCOUNT LOCK",
      "GRANT EXECUTE ON FUNCTION twice TO 'contract'@'%'",
      ...beside,
    ],
    reordered: [...first, nightly, twice, teams, parted, users, ...inStep, tidy, lowered, adults],
    second: [
      'CREATE TABLE `groups` (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, name VARCHAR(50) NOT NULL UNIQUE, size INT)',
      `CREATE TABLE users (
        id INT NOT NULL PRIMARY KEY,
        email VARCHAR(80) COLLATE utf8mb4_bin UNIQUE,
        age BIGINT DEFAULT 18,
        mood ENUM('sad', 'it''s fine', 'great') DEFAULT 'great',
        team_id INT,
        KEY users_by_age (age),
        CONSTRAINT users_grown CHECK (age >= 0),
        CONSTRAINT users_team FOREIGN KEY (team_id) REFERENCES \`groups\` (id) ON DELETE SET NULL
      )`,
      'CREATE TABLE badges (id INT NOT NULL PRIMARY KEY, user_id INT, FOREIGN KEY (user_id) REFERENCES users (id))',
      'CREATE VIEW adults AS SELECT id, email FROM users WHERE age >= 18',
      "CREATE FUNCTION twice(a INT) RETURNS INT DETERMINISTIC COMMENT 'doubles' RETURN a * 2",
    ],
    renames: ['teams=groups', 'users.mail=users.email'],
    insert: "INSERT INTO users (id, mail) VALUES (1, 'ada@example.org')",
    select: 'SELECT id FROM users WHERE id = 1',
    refused: 'DROP TABLE nowhere',
    flawed: [
      [
        'SET foreign_key_checks = 0',
        'CREATE TABLE strays (id INT PRIMARY KEY, no INT, KEY by_no (no), CONSTRAINT strays_no FOREIGN KEY (no) REFERENCES nowhere (id))',
      ],
    ],
    settings: ['SELECT @@sql_mode', 'SELECT @@lock_wait_timeout', 'SELECT @@innodb_lock_wait_timeout'],
    seed: {
      table: 'teams',
      key: ['id'],
      rows: [
        { id: 1, name: "the 'first' \\" },
        { id: 2, name: 'second; --' },
      ],
    },
  };
}
