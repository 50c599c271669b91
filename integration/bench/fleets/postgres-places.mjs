import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { databasesOf } from '../postgres/site.mjs';
import { inShell, program } from './command.mjs';
import { changeOf, schemaOf } from './schema.mjs';

// What the driver asks for fingerprints with.
const { databaseFingerprintQuery, fingerprintQuery, fingerprintSettings, lifeQuery } = await import(
  new URL('../../../packages/dialect-postgres/dist/index.js', import.meta.url)
);

const made = (schema) =>
  `CREATE SCHEMA ${schema}; SET search_path = ${schema}; ${schemaOf('postgres')} INSERT INTO table_0 (name) VALUES ('kept')`;

/** How many schemas one session makes: it remembers all that it has seen. */
const bySession = 200;

async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function inSessions(url, ids, statementOf) {
  for (let i = 0; i < ids.length; i += bySession)
    await withClient(url, async (client) => {
      for (const id of ids.slice(i, i + bySession)) await client.query(statementOf(id));
    });
}

const session = (...queries) => {
  const all = [fingerprintSettings, lifeQuery, ...queries].map((text) => `${text};\n`);
  return `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;\n${all.join('')}COMMIT;\n`;
};

/** Of PostgreSQL 18, on which the bench runs. */
const features = new Set(['published-parts', 'parameter-privileges']);

/** Schemas of one database of PostgreSQL as tenants. */
export const schemas = {
  name: 'schemas of a PostgreSQL database',
  engine: 'postgres',
  async open({ server, psql, folder, ids, words }) {
    const databases = databasesOf(server);
    const url = await databases.create('bench_fleet');
    await inSessions(url, ids, (id) => made(id));
    await withClient(url, (client) => client.query('VACUUM ANALYZE'));
    const file = join(folder, 'fingerprints.sql');
    writeFileSync(file, session(fingerprintQuery(features)));
    return {
      url,
      fleet: (at) => ({ url: at, schema: 't*' }),
      bare: () => program(psql, ['-XAtq', '-d', url, '-f', file, '-o', '/dev/null']),
      loop: (column, parallel) =>
        inShell(words, parallel, `PGOPTIONS=-csearch_path={} ${psql} -XAtq -d ${url} -c '${changeOf(column)}'`),
      reset: (column) => inSessions(url, ids, (id) => `ALTER TABLE ${id}.table_0 DROP COLUMN IF EXISTS ${column}`),
      close: () => databases.drop(),
    };
  },
};

/** Databases of a PostgreSQL as tenants. */
export const databases = {
  name: 'databases of a PostgreSQL',
  engine: 'postgres',
  async open({ server, psql, folder, ids, words }) {
    const all = databasesOf(server);
    const template = 'bench_fleet_template';
    await withClient(await all.create(template), (client) => client.query(schemaOf('postgres')));
    for (const id of ids) await all.create(`bench_fleet_${id}`, template);
    const at = (id) => Object.assign(new URL(server), { pathname: `/bench_fleet_${id}` }).href;
    const file = join(folder, 'fingerprint.sql');
    writeFileSync(file, session(databaseFingerprintQuery(features)));
    const { hostname, port, username } = new URL(server);
    return {
      url: server,
      fleet: (url) => ({ url, database: 'bench_fleet_t0*' }),
      bare: () => program(process.execPath, [join(import.meta.dirname, 'bare-databases.mjs'), file, ...ids.map(at)]),
      loop: (column, parallel) =>
        inShell(words, parallel, `${psql} -XAtq -d ${decodeURIComponent(at('{}'))} -c '${changeOf(column)}'`),
      async reset(column) {
        for (const id of ids)
          await withClient(at(id), (client) => client.query(`ALTER TABLE table_0 DROP COLUMN IF EXISTS ${column}`));
      },
      /** The others are asked for what lies between a database and a file of SQL, once for each. */
      peerLines: (sql) => ({
        psqldef: (path) =>
          `${path} -h ${hostname} -p ${port} -U ${username} bench_fleet_{} --dry-run --file ${sql} > /dev/null`,
      }),
      close: () => all.drop(),
    };
  },
};
