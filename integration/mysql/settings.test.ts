import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { administerMysql } from '../servers/fresh-mysql-database.js';
import { type OwnServer, startOwnServer } from '../servers/own-server.mjs';
import { openPlace } from './place.js';
import { family } from './servers.js';

/** What reads otherwise, or is made otherwise, where a server is set otherwise. */
const before = `
CREATE TABLE parents (id int AUTO_INCREMENT PRIMARY KEY, at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP, name varchar(40) NOT NULL DEFAULT 'a\\\\b"c');
CREATE TABLE kids (
  id int PRIMARY KEY, parent int, seen timestamp NULL, until timestamp NOT NULL DEFAULT '2020-01-01 00:00:00',
  note varchar(40) COMMENT 'it''s "so"',
  CONSTRAINT of_parent FOREIGN KEY (parent) REFERENCES parents (id), CHECK (note <> "x" || 'y')
);
CREATE TABLE wide (a int PRIMARY KEY, b varchar(200) CHARACTER SET utf8mb4, KEY of_b (b));
CREATE VIEW v AS SELECT id, CONCAT(name, "q", 'wé') AS n FROM parents WHERE id > 0 OR name = 'a||b';
CREATE FUNCTION f(x varchar(20)) RETURNS varchar(40) DETERMINISTIC RETURN CONCAT(x, "\\n", 'z');
CREATE TRIGGER tr BEFORE INSERT ON kids FOR EACH ROW SET NEW.note = "ä";
CREATE EVENT ev ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DO DELETE FROM kids WHERE note = "gone";
`;
const after = before
  .replace('name varchar(40)', 'name varchar(80)')
  .replace('seen timestamp NULL', 'seen timestamp NULL, more timestamp NULL, fine int')
  .replace('"q"', '"quite"')
  .replace('a int PRIMARY KEY, b', 'a bigint PRIMARY KEY, b');

const rows = `
INSERT INTO parents (name) VALUES ('one'), ('two'), ('three');
INSERT INTO wide VALUES (1, 'a'), (2, 'é'), (3, '😀');
`;
const kept =
  "SELECT CONCAT((SELECT GROUP_CONCAT(name ORDER BY id) FROM parents), ' ', (SELECT GROUP_CONCAT(HEX(b) ORDER BY a) FROM wide)) AS kept";

/** What the test itself asks is not bound by what a server is set to: a busy machine needs longer than that for a row. */
const undisturbed =
  'SET SESSION group_concat_max_len = 1024 /*!80000 , max_execution_time = 0 */ /*M! , max_statement_time = 0 */;';

type Settings = Readonly<Record<string, string>>;

/** Settings of a server, those that bear each other together. */
const modes = [
  "'ANSI_QUOTES'",
  "'NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT,HIGH_NOT_PRECEDENCE'",
  "''",
  "'ANSI,NO_ZERO_DATE,NO_ZERO_IN_DATE'",
].map((mode): Settings => ({ sql_mode: mode }));
const both: readonly Settings[] = [
  ...modes,
  { explicit_defaults_for_timestamp: 'OFF', innodb_strict_mode: 'OFF', event_scheduler: 'OFF' },
  { character_set_server: "'latin1'", init_connect: "'SET NAMES latin1'" },
  { collation_server: "'utf8mb4_bin'", default_storage_engine: 'MyISAM' },
];
const reading = {
  sql_select_limit: '1',
  sql_quote_show_create: 'OFF',
  sql_safe_updates: 'ON',
  sql_big_selects: '0',
  group_concat_max_len: '4',
  wait_timeout: '1',
};
const settings: Readonly<Record<string, readonly Settings[]>> = {
  mysql: [
    ...both,
    { ...reading, max_execution_time: '1' },
    { default_collation_for_utf8mb4: "'utf8mb4_general_ci'", sql_require_primary_key: 'ON' },
    { sql_generate_invisible_primary_key: 'ON', show_gipk_in_create_table_and_information_schema: 'OFF' },
  ],
  mariadb: [
    ...both,
    { sql_mode: "'ORACLE,EMPTY_STRING_IS_NULL'" },
    { ...reading, max_statement_time: '0.5', sql_if_exists: 'ON' },
    { default_storage_engine: 'Aria', character_set_collations: "'utf8mb4=utf8mb4_bin'" },
    {
      innodb_force_primary_key: 'ON',
      foreign_key_checks: 'OFF',
      check_constraint_checks: 'OFF',
      alter_algorithm: "'NOCOPY'",
    },
  ],
};

describe.each(family.filter(({ name }) => name !== 'mariadb-10'))('$name', ({ name, scheme, driver }) => {
  let own: OwnServer | undefined;
  let absent = '';

  beforeAll(async () => {
    const started = await startOwnServer(name, {});
    if ('absent' in started) absent = started.absent;
    else own = started;
  });
  afterAll(async () => {
    await own?.[Symbol.asyncDispose]();
  });

  test.each((settings[scheme] ?? []).map((each) => [JSON.stringify(each), each] as const))(
    'a server that is set to %s is brought to its schema, and back',
    async (_, wanted, { skip }: { skip: (reason: string) => never } = { skip: () => expect.fail('no server') }) => {
      if (!own) return skip(`absent: ${absent}`);
      await using place = await openPlace({ url: own.url, scheme, driver, start: 'SELECT 1', goal: before });
      const set = (value: (name: string, wanted: string) => string) =>
        administerMysql(
          own?.url ?? '',
          ...Object.entries(wanted).map(([variable, text]) => `SET GLOBAL ${variable} = ${value(variable, text)}`),
        );
      await set((__, text) => text);
      try {
        await place.sync({ online: 'never' });
        expect((await place.sync({ dryRun: true })).inSync, 'it is there as it was wanted').toBe(true);
        const first = (await place.engine.inspect(place.tenant)).catalogue.root;
        await place.query(`${undisturbed} ${rows}`);
        const all = `${undisturbed} SET NAMES utf8mb4; ${kept}`;
        const stock = await place.query(all);
        await place.desire(after);
        const { report } = await place.sync({ online: 'never' });
        expect((await place.sync({ dryRun: true })).inSync).toBe(true);
        expect(await place.query(all)).toEqual(stock);
        await place.engine.down(place.tenant, report?.run ?? '', { allow: 'all' });
        expect((await place.engine.inspect(place.tenant)).catalogue.root).toBe(first);
        expect(await place.query(all)).toEqual(stock);
      } finally {
        await set(() => 'DEFAULT');
      }
    },
  );
});
