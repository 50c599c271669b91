/** A CockroachDB, from Docker alone: no registry of packages has its programs, and its Go module builds with tools of its own. So nobody is blamed for its absence. */
export function cockroachdb({ release }) {
  return {
    name: 'cockroachdb',
    release,
    mayBeAbsent: 'no registry of packages has its programs',
    compose: { service: 'cockroachdb', port: 26257 },
    url: (port) => `cockroachdb://root@127.0.0.1:${port}/defaultdb?sslmode=disable`,
    version: askVersion,
  };
}

async function askVersion(url) {
  // Imported late: the workspace is perhaps not installed when the entries are listed.
  const { default: pg } = await import('pg');
  const connectionString = url.replace(/^cockroach(?:db)?:/, 'postgres:');
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query('SELECT version()');
    return rows[0].version;
  } finally {
    await client.end().catch(() => {});
  }
}
