import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { schemaSync } from '../faults/support/command.js';
import { openPlace, servers } from '../online/support.js';

const env = { SCHEMA_SYNC_DRIVERS_FROM: fileURLToPath(new URL('..', import.meta.url)) };

/** What documents have, what they have not, and each standing on the other. */
const mixed = `
CREATE SCHEMA "App x";
CREATE SCHEMA only_sql;
CREATE DOMAIN "App x".email AS text CONSTRAINT has_at CHECK (VALUE LIKE '%@%');
CREATE TABLE "App x".users (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, mail "App x".email NOT NULL);
CREATE TABLE "App x".events (id bigint NOT NULL, at date NOT NULL, by integer REFERENCES "App x".users, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE "App x".events_26 PARTITION OF "App x".events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE INDEX ON "App x".events (by);
CREATE VIEW counts AS SELECT by, count(*) AS n FROM "App x".events GROUP BY by;
CREATE SEQUENCE numbers INCREMENT 5;
CREATE TABLE bills (id integer PRIMARY KEY DEFAULT nextval('numbers'), "user" integer REFERENCES "App x".users);
CREATE FUNCTION only_sql.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END; $$;
CREATE TRIGGER touch BEFORE UPDATE ON bills FOR EACH ROW EXECUTE FUNCTION only_sql.touch();
ALTER TABLE bills ENABLE ROW LEVEL SECURITY;
CREATE POLICY mine ON bills USING (id > 0);
CREATE RULE quiet AS ON DELETE TO bills DO INSTEAD NOTHING;
CREATE STATISTICS st ON id, "user" FROM bills;
CREATE PROCEDURE only_sql.purge(n integer) LANGUAGE sql AS 'SELECT 1';
CREATE AGGREGATE only_sql.total(integer) (SFUNC = int4pl, STYPE = integer);
COMMENT ON TABLE bills IS 'what is owed';
COMMENT ON SEQUENCE numbers IS 'of bills';
`;

describe.each(servers)('$name', (server) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live('what is generated is the whole schema, as YAML with SQL beside it and as SQL', async () => {
    await using place = await openPlace(url, {}, mixed);
    const options = { cwd: place.folder, env };
    const run = (...args: readonly string[]) => schemaSync(args, options);
    const formats = [
      ['yaml', '; rest.sql holds what no document has'],
      ['sql', '1 file in sql'],
    ] as const;
    for (const [format, said] of formats) {
      const written = await run('generate', place.url, '-o', format, '--format', format);
      expect(written.code, written.stderr).toBe(0);
      expect(written.stderr).toContain(said);
      const { code, stdout, stderr } = await run('plan', '--url', place.url, '--to', format);
      expect({ code, stdout, stderr }, format).toEqual({ code: 0, stdout: '✓ nothing to do\n', stderr: '' });
    }
  });

  live('what one stream of documents leaves out is told, and the exit code says so', async () => {
    await using place = await openPlace(url, {}, mixed);
    for (const args of [['generate'], ['inspect', '--format', 'yaml']]) {
      const { code, stderr } = await schemaSync([...args, '--url', place.url], { cwd: place.folder, env });
      expect(code, args[0]).toBe(4);
      expect(stderr).toMatch(/objects cannot be written as documents; generate -o FOLDER writes SQL for them/);
      expect(stderr).toMatch(/^ {2}domain App x\.email$/m);
    }
  });
});
