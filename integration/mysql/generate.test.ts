import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { schemaSync } from '../faults/support/command.js';
import { administerMysql, freshMysqlDatabase } from '../servers/fresh-mysql-database.js';
import { runIn } from './run-in.js';
import { family } from './servers.js';

const env = { SCHEMA_SYNC_DRIVERS_FROM: fileURLToPath(new URL('..', import.meta.url)) };

/** What documents have, and what they have not. */
const mixed = `
CREATE TABLE teams (id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, name VARCHAR(50) NOT NULL DEFAULT 'it''s', UNIQUE KEY names (name)) COMMENT='who''s who';
CREATE TABLE users (
  id BIGINT NOT NULL,
  mail VARCHAR(80) CHARACTER SET latin1 COLLATE latin1_bin DEFAULT 'a\\\\b',
  age SMALLINT DEFAULT 0 COMMENT 'in years',
  born DATETIME(3) DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
  doubled INT GENERATED ALWAYS AS (age * 2) VIRTUAL,
  mood ENUM('sad', 'it''s fine') DEFAULT 'sad',
  held ENUM('a text', 'a blob') DEFAULT 'a text',
  listed SET('x', 'y') CHARACTER SET binary DEFAULT 'x',
  mark BINARY(4) NOT NULL DEFAULT '',
  bytes VARBINARY(8) DEFAULT 'a\\0b',
  sum DECIMAL(10,2) DEFAULT (1 + 2),
  note TEXT DEFAULT ('x'),
  extra JSON,
  team INT UNSIGNED,
  hidden INT INVISIBLE,
  PRIMARY KEY (id),
  KEY mails (mail(20), age DESC) COMMENT 'short',
  FULLTEXT KEY notes (note),
  CONSTRAINT grown CHECK (age >= 0),
  CONSTRAINT users_team_fkey FOREIGN KEY (team) REFERENCES teams (id) ON DELETE SET NULL ON UPDATE CASCADE
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci ROW_FORMAT=COMPRESSED;
CREATE TABLE parted (id INT NOT NULL PRIMARY KEY) PARTITION BY HASH (id) PARTITIONS 3;
CREATE ALGORITHM=MERGE VIEW adults AS SELECT id, mail FROM users WHERE age >= 18 WITH LOCAL CHECK OPTION;
CREATE FUNCTION twice(a INT) RETURNS INT DETERMINISTIC RETURN a * 2;
CREATE TRIGGER lowered BEFORE INSERT ON users FOR EACH ROW SET NEW.mail = LOWER(NEW.mail);
`;

describe.each(family)('$name', ({ scheme, url }) => {
  test.skipIf(url === '')('what is generated is the whole schema, as YAML with SQL beside it', async () => {
    await using database = await freshMysqlDatabase(url, scheme);
    await runIn(database.url, mixed);
    const cwd = await mkdtemp(join(tmpdir(), 'generate-'));
    try {
      const run = (...args: readonly string[]) => schemaSync(args, { cwd, env });
      const written = await run('generate', database.url, '-o', 'yaml', '--format', 'yaml');
      expect(written.code, written.stderr).toBe(0);
      expect(written.stderr).toContain('; rest.sql holds what no document has');
      const { code, stdout, stderr } = await run('plan', '--url', database.url, '--to', 'yaml');
      expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '✓ nothing to do\n', stderr: '' });
    } finally {
      await rm(cwd, { recursive: true, force: true });
    }
  });

  test.skipIf(url === '')('what is granted stands beside the documents, where grants are asked for', async () => {
    await using database = await freshMysqlDatabase(url, scheme);
    const account = `\`g_${randomBytes(6).toString('hex')}\`@\`%\``;
    const cwd = await mkdtemp(join(tmpdir(), 'generate-'));
    await administerMysql(url, `CREATE USER ${account}`);
    try {
      await runIn(
        database.url,
        `CREATE TABLE users (id INT PRIMARY KEY, mail VARCHAR(80)); GRANT SELECT (id), INSERT ON users TO ${account};`,
      );
      const run = (...args: readonly string[]) => schemaSync(args, { cwd, env });
      const bare = await run('generate', database.url, '-o', 'bare');
      expect(bare.stderr).not.toContain('rest.sql');
      const written = await run('generate', database.url, '-o', 'granted', '--with', 'grants');
      expect(written.code, written.stderr).toBe(0);
      expect(await readFile(join(cwd, 'granted', 'rest.sql'), 'utf8')).toContain(`ON \`users\` TO ${account};`);
      const plan = (folder: string) => run('plan', '--url', database.url, '--to', folder, '--with', 'grants');
      expect(await plan('granted')).toMatchObject({ code: 0, stdout: '✓ nothing to do\n', stderr: '' });
      expect((await plan('bare')).stdout).toContain('REVOKE');
    } finally {
      await administerMysql(url, `DROP USER ${account}`);
      await rm(cwd, { recursive: true, force: true });
    }
  });
});
