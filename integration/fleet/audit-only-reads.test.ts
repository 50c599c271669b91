import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startOwnServer } from '../servers/own-server.mjs';
import { type Engine, mysql, openFleet, openFleetOf, postgres } from './open-fleet.js';

const isLong = process.env.TEST_LONG === '1';

/** A server that writes down every statement with who sent it, and a role that may read alone. */
interface Watched extends Engine {
  readonly settings: Readonly<Record<string, string>>;
  /** The statements that the reader sent, as the log has them. */
  statements(log: string): readonly string[];
  /** What makes a role that may read what a database holds. */
  readonly grants: (database: string) => readonly string[];
}

const watchedPostgres = (name: string): Watched => ({
  ...postgres(name),
  settings: {
    ...{ logging_collector: 'on', log_directory: '{folder}', log_filename: 'statements.log', log_rotation_size: '0' },
    ...{ log_statement: 'all', log_line_prefix: '%u|', log_file_mode: '0644' },
  },
  statements: (log) =>
    log.split(/^(?=\w*\|)/m).filter((line) => line.startsWith('reader|') && /statement:|execute/.test(line)),
  grants: () => ['GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader'],
});

const watchedMysql = (name: string, scheme: string): Watched => ({
  ...mysql(name, scheme),
  settings: { general_log: '1', general_log_file: '{folder}/statements.log' },
  statements: (log) => {
    // A line begins with the time, or on MariaDB with none where it is that of the line before.
    const head = String.raw`(?:\d{6}\s+[\d:]+|\S*)\s+(\d+) (?:Connect|Query|Prepare|Execute|Quit|Close|Init|Reset)`;
    const entries = log.split(new RegExp(`^(?=${head.replace('(\\d+)', '\\d+')})`, 'm'));
    const threadOf = (entry: string) => new RegExp(`^${head}`).exec(entry)?.[1];
    const own = new Set(entries.filter((entry) => entry.includes('Connect\treader@')).map(threadOf));
    return entries.filter((entry) => own.has(threadOf(entry)) && /\d+ (?:Query|Execute)/.test(entry));
  },
  grants: (database) => [`GRANT SELECT, SHOW VIEW ON \`${database}\`.* TO reader@'%'`],
});

const engines = [
  watchedPostgres('postgres-18'),
  watchedMysql('mysql-9', 'mysql'),
  watchedMysql('mariadb-11', 'mariadb'),
  ...(isLong ? [watchedPostgres('postgres-13')] : []),
];

/** What changes anything, or keeps others from changing it. */
const writes =
  /(?<!\bSHOW )\b(?:INSERT\s+INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM|CREATE|ALTER|DROP|TRUNCATE|GRANT|REVOKE|LOCK\s+TABLES?|GET_LOCK|pg_(?:try_)?advisory\w*|nextval|setval|FOR\s+(?:UPDATE|SHARE)|REPLACE\s+INTO)\b/i;

describe.each(engines)('an audit of $name', (engine) => {
  // A server of its own is started first.
  test('by a role that may read alone writes nothing and locks nothing, as the log of the server has it', {
    timeout: 300_000,
  }, async ({ skip }) => {
    const own = await startOwnServer(engine.name, { settings: engine.settings });
    if ('absent' in own) return skip(`absent: ${own.absent}`);
    await using _ = own;
    await using fleet = await openFleet(engine, own.url, ['a', 'b'], (prefix) => ({ database: `${prefix}{tenant}` }));
    await fleet.desire('CREATE TABLE t (id integer PRIMARY KEY, note varchar(9)); CREATE VIEW v AS SELECT id FROM t;');
    expect(await fleet.run('sync', '--all-tenants', '--yes')).toMatchObject({ code: 0 });
    await engine.administer(
      own.url,
      engine.scheme === 'postgres' ? 'CREATE ROLE reader LOGIN' : "CREATE USER reader@'%'",
    );
    for (const id of ['a', 'b']) {
      const database = `${fleet.prefix}${id}`;
      const at = Object.assign(new URL(own.url), { pathname: `/${database}` }).href;
      await engine.administer(at, ...engine.grants(database));
    }
    const url = `${engine.scheme}://reader@${new URL(own.url).host}`;
    await using readers = await openFleetOf({ url, database: `${fleet.prefix}{tenant}` });
    const audited = await readers.run('audit', '--all-tenants', '--format', 'json');
    expect(JSON.parse(audited.stdout)).toMatchObject({
      tenants: [{ drifted: false, runs: 1 }, { drifted: false }],
      failed: [],
    });
    const verified = await readers.run('audit', 'verify', '--all-tenants', '--format', 'json');
    expect(JSON.parse(verified.stdout)).toMatchObject({
      journals: [{ runs: 1, breaks: [] }, { breaks: [] }],
      failed: [],
    });
    const statements = engine.statements(await readFile(join(own.folder, 'statements.log'), 'utf8'));
    // It is the log of them: what they read of the journal is in it.
    expect(statements.filter((text) => text.includes('_schema_sync_trail')).length).toBeGreaterThanOrEqual(2);
    // Texts and names are no statements.
    const bare = statements.map((text) => text.replace(/'[^']*'/g, "''"));
    expect(bare.filter((text) => writes.test(text))).toEqual([]);
  });
});
