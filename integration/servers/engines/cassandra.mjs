import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { handOver } from '../ordinary-user.mjs';

/** A Cassandra of one major version, from what Maven resolves. The account is the one that every new cluster has. */
export function cassandra({ major, release }) {
  const name = `cassandra-${major}`;
  return {
    name,
    compose: { service: name, port: 9042 },
    maven: { group: 'org.apache.cassandra', artefact: 'cassandra-all', release },
    // Nobody misses the data: stopping in order would write all of it down first.
    stopSignal: 'SIGKILL',
    quitSignal: 'SIGKILL',
    url: urlAt,
    prepare: (_root, folder) => {
      writeSettings(folder);
      return [];
    },
    serve: (root, folder, port) => [
      ...['java', '-cp', join(root, 'lib/*'), ...machine(root), ...properties(folder, port)],
    ],
    /** Properties, which stand before the class; `cassandra.settings.…` are the settings of cassandra.yaml. */
    flag: (property, value) => [`-D${property}=${value}`],
    last: () => ['org.apache.cassandra.service.CassandraDaemon'],
    /** A node that starts again listens before it knows its accounts. */
    isReady: async (_folder, { port }) => Boolean(await askVersion(urlAt(port))),
    version: askVersion,
  };
}

function urlAt(port) {
  return `cassandra://cassandra:cassandra@127.0.0.1:${port}`;
}

/** Small, and quick to be there rather than quick afterwards. */
function machine(root) {
  const jamm = readdirSync(join(root, 'lib')).find((file) => /^jamm-.*\.jar$/.test(file));
  const opened = (flag, names) => names.map((name) => `--add-${flag}=${name}=ALL-UNNAMED`);
  return [
    ...['-Xms192m', '-Xmx256m', '-Xss512k', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'],
    ...['-XX:MaxDirectMemorySize=128m', `-javaagent:${join(root, 'lib', jamm ?? '')}`],
    ...['-Djdk.attach.allowAttachSelf=true', '-Djava.security.manager=allow', '-XX:-UsePerfData'],
    '-Dio.netty.tryReflectionSetAccessible=true',
    ...opened('exports', exported),
    ...opened('opens', open),
  ];
}

const exported = [
  ...['jdk.internal.misc', 'jdk.internal.ref', 'sun.nio.ch', 'java.lang.ref'].map((name) => `java.base/${name}`),
  ...['java.management.rmi/com.sun.jmx.remote.internal.rmi', 'java.rmi/sun.rmi.registry', 'java.rmi/sun.rmi.server'],
  ...['java.sql/java.sql', 'jdk.unsupported/sun.misc'],
];

const open = [
  'jdk.management/com.sun.management.internal',
  ...[
    ...['java.lang.module', 'jdk.internal.loader', 'jdk.internal.ref', 'jdk.internal.reflect', 'jdk.internal.math'],
    ...['jdk.internal.module', 'jdk.internal.util.jar', 'jdk.internal.misc', 'sun.nio.ch', 'java.io', 'java.lang'],
    ...['java.lang.reflect', 'java.nio', 'java.util', 'java.util.concurrent', 'java.util.concurrent.atomic'],
    'java.net',
  ].map((name) => `java.base/${name}`),
];

function properties(folder, port) {
  return [
    ...[
      `-Dcassandra.config=file://${join(folder, 'cassandra.yaml')}`,
      `-Dcassandra.storagedir=${join(folder, 'data')}`,
    ],
    ...[`-Dlogback.configurationFile=file://${join(folder, 'logback.xml')}`, `-Dcassandra.logdir=${folder}`],
    ...[`-Dcassandra.native_transport_port=${port}`, `-Dcassandra.storage_port=${storagePort(port)}`],
    ...['-Dcassandra.skip_wait_for_gossip_to_settle=0', '-Dcassandra.ring_delay_ms=100'],
    ...['-Dcassandra.superuser_setup_delay_ms=0', '-Dcassandra.unsafesystem=true'],
    '-Dcassandra.config.allow_system_properties=true',
    ...['-Dcassandra.available_processors=2', '-Dcassandra.auth_bcrypt_gensalt_log2_rounds=4'],
    `-Djava.io.tmpdir=${folder}`,
  ];
}

/** Where a node speaks with the others: below the ports that the system gives to those who ask for any. */
function storagePort(port) {
  return 10_000 + (port % 20_000);
}

function writeSettings(folder) {
  const folders = ['data_file_directories', 'commitlog_directory', 'hints_directory', 'saved_caches_directory'];
  const inData = (name) => `${join(folder, 'data', name)}`;
  mkdirSync(join(folder, 'data'));
  handOver(join(folder, 'data'));
  const settings = [
    'cluster_name: schema-sync',
    'num_tokens: 1',
    'auto_bootstrap: false',
    'partitioner: org.apache.cassandra.dht.Murmur3Partitioner',
    'endpoint_snitch: SimpleSnitch',
    'listen_address: 127.0.0.1',
    'rpc_address: 127.0.0.1',
    'start_native_transport: true',
    'seed_provider: [{class_name: org.apache.cassandra.locator.SimpleSeedProvider, parameters: [{seeds: 127.0.0.1}]}]',
    'authenticator: PasswordAuthenticator',
    'authorizer: CassandraAuthorizer',
    'role_manager: CassandraRoleManager',
    // What was granted or revoked holds at once.
    ...['roles', 'permissions', 'credentials'].map((cache) => `${cache}_validity: 0ms`),
    ...['commitlog_sync: periodic', 'commitlog_sync_period: 10ms', 'commitlog_segment_size: 8MiB'],
    ...['auto_snapshot: false', 'memtable_heap_space: 64MiB', 'memtable_offheap_space: 64MiB', 'key_cache_size: 4MiB'],
    ...['concurrent_reads: 4', 'concurrent_writes: 4', 'concurrent_counter_writes: 4'],
    ...['materialized_views', 'user_defined_functions', 'sasi_indexes'].map((part) => `${part}_enabled: true`),
    `cdc_raw_directory: ${inData('cdc')}`,
    ...folders.map((name) => `${name}: ${name === 'data_file_directories' ? `[${inData('files')}]` : inData(name)}`),
  ];
  write(folder, 'cassandra.yaml', `${settings.join('\n')}\n`);
  write(folder, 'logback.xml', logging);
}

const logging = `<configuration>
  <appender name="out" class="ch.qos.logback.core.ConsoleAppender"><encoder><pattern>%level %msg%n</pattern></encoder></appender>
  <root level="WARN"><appender-ref ref="out"/></root>
</configuration>
`;

function write(folder, name, content) {
  const path = join(folder, name);
  writeFileSync(path, content, { mode: 0o644 });
  handOver(path);
}

function answers(port) {
  return new Promise((settle) => {
    const socket = connect(port, '127.0.0.1');
    const end = (isUp) => {
      socket.destroy();
      settle(isUp);
    };
    socket.once('connect', () => end(true)).once('error', () => end(false));
  });
}

/** What the node says that it is, once it lets its first account in. */
async function askVersion(url) {
  const { hostname, port, username, password } = new URL(url);
  if (!(await answers(Number(port)))) throw new Error('nobody answers');
  // Imported late: the workspace is perhaps not installed when the entries are listed.
  const { default: cassandra } = await import('cassandra-driver');
  const client = new cassandra.Client({
    contactPoints: [hostname],
    localDataCenter: 'datacenter1',
    protocolOptions: { port: Number(port) },
    credentials: { username, password },
    pooling: { warmup: false },
  });
  try {
    const { rows } = await client.execute('SELECT release_version FROM system.local');
    return rows[0].release_version;
  } finally {
    await client.shutdown();
  }
}
