import { nearest, SyncError } from '@sync/core';

/** The parameters of libpq that this driver knows, and the variables that stand for them. https://www.postgresql.org/docs/current/libpq-connect.html */
const variables = {
  application_name: 'PGAPPNAME',
  connect_timeout: 'PGCONNECT_TIMEOUT',
  dbname: 'PGDATABASE',
  host: 'PGHOST',
  hostaddr: 'PGHOSTADDR',
  keepalives: undefined,
  keepalives_idle: undefined,
  load_balance_hosts: 'PGLOADBALANCEHOSTS',
  options: 'PGOPTIONS',
  passfile: 'PGPASSFILE',
  password: 'PGPASSWORD',
  port: 'PGPORT',
  service: 'PGSERVICE',
  servicefile: 'PGSERVICEFILE',
  ssl_max_protocol_version: 'PGSSLMAXPROTOCOLVERSION',
  ssl_min_protocol_version: 'PGSSLMINPROTOCOLVERSION',
  sslcert: 'PGSSLCERT',
  sslcrl: 'PGSSLCRL',
  sslkey: 'PGSSLKEY',
  sslmode: 'PGSSLMODE',
  sslnegotiation: 'PGSSLNEGOTIATION',
  sslpassword: undefined,
  sslrootcert: 'PGSSLROOTCERT',
  target_session_attrs: 'PGTARGETSESSIONATTRS',
  tcp_user_timeout: undefined,
  user: 'PGUSER',
} as const;

/** What this driver cannot promise, with the value at which libpq asks for nothing. */
const refused: Readonly<Record<string, { readonly variable: string; readonly harmless: readonly string[] }>> = {
  channel_binding: { variable: 'PGCHANNELBINDING', harmless: ['', 'prefer', 'disable'] },
  gssencmode: { variable: 'PGGSSENCMODE', harmless: ['', 'prefer', 'disable'] },
  require_auth: { variable: 'PGREQUIREAUTH', harmless: [''] },
  requirepeer: { variable: 'PGREQUIREPEER', harmless: [''] },
};

/** What libpq knows and what changes nothing here: the driver always speaks UTF-8, has no GSS, and asks ten times a second apart whether a quiet network is still there. */
const ignored: ReadonlySet<string> = new Set([
  'client_encoding',
  'fallback_application_name',
  'gsslib',
  'keepalives_count',
  'keepalives_interval',
  'krbsrvname',
  'sslcompression',
  'sslsni',
]);

type ParameterName = keyof typeof variables;

/** Parameters of a connection in libpq's words; a host, an address and a port may be lists. */
export type Parameters = { readonly [name in ParameterName]?: string };

const names = Object.keys(variables) as readonly ParameterName[];

/** Checks pairs of a name and a value. `where` says what they were found in. */
export function readParameters(pairs: Iterable<readonly [string, string]>, where: string): Parameters {
  const found: { [name in ParameterName]?: string } = {};
  for (const [name, value] of pairs) {
    // What JDBC calls it, as libpq takes it, too.
    if (name === 'ssl' && value === 'true') found.sslmode = 'require';
    else if (isKnown(name)) found[name] = value;
    else requireHarmless(name, value, where);
  }
  return found;
}

/** What the `PG…` variables say. */
export function parametersOf(environment: NodeJS.ProcessEnv): Parameters {
  for (const [name, { variable }] of Object.entries(refused)) {
    const value = environment[variable];
    if (value !== undefined) requireHarmless(name, value, `the variable ${variable}`);
  }
  const said = names.flatMap((name) => {
    const variable = variables[name];
    const value = variable === undefined ? undefined : environment[variable];
    return value ? [[name, value] as const] : [];
  });
  return Object.fromEntries(said);
}

/** Whether something is the name of a parameter, be it one that is taken, ignored or refused. */
export function isParameter(name: string): boolean {
  return isKnown(name) || ignored.has(name) || Object.hasOwn(refused, name);
}

function isKnown(name: string): name is ParameterName {
  return Object.hasOwn(variables, name);
}

function requireHarmless(name: string, value: string, where: string): void {
  if (ignored.has(name)) return;
  if (Object.hasOwn(refused, name)) {
    if (refused[name]?.harmless.includes(value)) return;
    throw invalid(
      `${where}: ${name}=${value} cannot be promised here`,
      'Take it out. What proves to whom the password is sent is sslmode=verify-full.',
    );
  }
  const near = nearest(name, names);
  throw invalid(
    `${where} has no parameter ${name}`,
    near ? `Did you mean ${near}?` : `There are: ${names.join(', ')}.`,
  );
}

/** An error about what the user wrote; `setting` names the one that is wrong, where one is. */
export function invalid(
  message: string,
  hint: string,
  { cause, setting }: { readonly cause?: unknown; readonly setting?: string } = {},
): SyncError {
  return new SyncError({
    code: 'CONFIG_INVALID',
    op: 'connect',
    message,
    hint,
    ...(cause !== undefined && { cause }),
    ...(setting !== undefined && { details: { setting } }),
  });
}
