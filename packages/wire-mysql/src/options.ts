import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { type ConnectionInput, type Door, nearest } from '@sync/core';
import { type CopyProgram, copyProgramIn } from './copy-program.js';
import { invalid } from './invalid.js';
import { readOptionFiles } from './option-files.js';
import { readUrl } from './read-url.js';
import { isOn, readPem, type SslMode, sslModeIn, sslModeOf } from './tls-options.js';

/** How long to wait for others where nobody says. */
export const usualWaitMs = 10_000;

/** What a connection is made from. */
export interface MysqlOptions {
  /** The scheme of the URL, for labels. */
  readonly scheme: string;
  readonly host: string;
  readonly port: number;
  /** The path of a socket, in the place of host and port. */
  readonly socket?: string;
  readonly user: string;
  /** A function is asked for every connection: tokens that expire. */
  readonly password?: string | (() => string | Promise<string>);
  /** Empty near scratch, where only the server is meant. */
  readonly database: string;
  readonly sslMode: SslMode;
  /** The authorities that are trusted, the client's certificate and its key, as PEM. */
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  /** The key for which a password is encrypted where there is no TLS, as PEM. */
  readonly serverPublicKey?: string;
  /** Whether the server may be asked for it, whoever answers. */
  readonly getServerPublicKey: boolean;
  readonly connectTimeoutMs: number;
  /** How long nothing may be heard of a server that is at work, before it is taken for lost. */
  readonly silenceMs: number;
  /** How long a statement of a run waits for a lock that others hold. */
  readonly lockTimeoutMs: number;
  /** How often it is tried again. */
  readonly lockRetries: number;
  /** The program that copies of large tables are handed over to. */
  readonly copyWith?: CopyProgram;
  /** Whether a database that is not there may be made. */
  readonly create: boolean;
  /** What its sessions come through, where somebody counts them. */
  readonly door?: Door;
}

const settingNames = [
  'defaultsFile',
  'password',
  'sslMode',
  'sslCa',
  'sslCert',
  'sslKey',
  'serverPublicKeyPath',
  'getServerPublicKey',
  'socket',
  'connectTimeoutMs',
  'silenceMs',
  'lockTimeoutMs',
  'lockRetries',
  'copyWith',
  'copyWithProgram',
  'copyWithArguments',
  'create',
] as const;

type Settings = { readonly [name in (typeof settingNames)[number]]?: unknown };

/** What may stand behind the question mark of a URL, by the setting that it stands for. */
const parameters: Readonly<Record<string, keyof Settings>> = {
  'ssl-mode': 'sslMode',
  'ssl-ca': 'sslCa',
  'ssl-cert': 'sslCert',
  'ssl-key': 'sslKey',
  'server-public-key-path': 'serverPublicKeyPath',
  'get-server-public-key': 'getServerPublicKey',
  socket: 'socket',
  'defaults-file': 'defaultsFile',
  'copy-with': 'copyWith',
};

/** Validates what the user gave for an engine. Settings come before the URL, and that before option files and the environment. */
export function readOptions(
  { url, settings = {}, directory, purpose, door }: ConnectionInput,
  schemes: readonly string[],
): MysqlOptions {
  const [engine = ''] = schemes;
  const parts = readUrl(url, schemes, purpose);
  const said: Settings = { ...fromUrl(parts.parameters, engine), ...known(settings, engine) };
  const defaultsFile = text(said.defaultsFile, 'defaultsFile');
  const filed = readOptionFiles(
    new Set(['client', 'client-server', `client-${engine}`, 'schema-sync']),
    defaultsFile === undefined ? undefined : resolve(directory, defaultsFile),
  );
  const user = parts.user ?? filed.get('user') ?? usualUser();
  const given: Settings = { ...settingsIn(filed, parts.host !== ''), ...said };
  const socket = text(given.socket, 'socket');
  const file = (name: 'sslCa' | 'sslCert' | 'sslKey' | 'serverPublicKeyPath') =>
    readPem(text(given[name], name), name, directory);
  const [ca, cert, key] = [file('sslCa'), file('sslCert'), file('sslKey')];
  const serverPublicKey = file('serverPublicKeyPath');
  const sslMode = sslModeOf(given.sslMode, ca !== undefined);
  const copyWith = copyProgramIn(given, sslMode, directory);
  const password =
    given.password === undefined
      ? (parts.password ?? passwordIn(filed, user) ?? process.env.MYSQL_PWD)
      : secret(given.password);
  return {
    scheme: parts.scheme,
    host: parts.host || filed.get('host') || 'localhost',
    port: parts.port ?? portIn(filed, parts.host !== '') ?? 3306,
    ...(socket !== undefined && { socket: resolve(directory, socket) }),
    user,
    ...(password !== undefined && { password }),
    database: parts.database,
    sslMode,
    ...(ca !== undefined && { ca }),
    ...(cert !== undefined && { cert }),
    ...(key !== undefined && { key }),
    ...(serverPublicKey !== undefined && { serverPublicKey }),
    getServerPublicKey: toggle(given.getServerPublicKey, 'getServerPublicKey') ?? false,
    connectTimeoutMs: wholeNumber(given.connectTimeoutMs, 'connectTimeoutMs') ?? 10_000,
    silenceMs: wholeNumber(given.silenceMs, 'silenceMs') ?? 120_000,
    lockTimeoutMs: wholeNumber(given.lockTimeoutMs, 'lockTimeoutMs') ?? 1_000,
    lockRetries: wholeNumber(given.lockRetries, 'lockRetries') ?? 10,
    ...copyWith,
    create: flag(given.create, 'create') ?? true,
    ...(door && { door }),
  };
}

/** A machine calls itself by any of these. */
const itself: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1']);

/** Which database it is, whoever connects. */
export function identityOf(options: MysqlOptions): string {
  return JSON.stringify([serverOf(options), options.database]);
}

/** Which server it is, as far as its address tells. */
export function serverOf({ host, port, socket }: MysqlOptions): string {
  const name = host.toLowerCase();
  return socket ?? JSON.stringify([itself.has(name) ? 'localhost' : name, port]);
}

/** The target for people and logs: no password, no parameters. */
export function labelOf({ scheme, host, port, socket, user, database }: MysqlOptions): string {
  const place = socket ?? `${host.includes(':') ? `[${host}]` : host}${port === 3306 ? '' : `:${port}`}`;
  return `${scheme}://${encodeURIComponent(user)}@${place}/${encodeURIComponent(database)}`;
}

/** What option files say of TLS, and of a socket where neither the URL nor they name another host. */
function settingsIn(filed: ReadonlyMap<string, string>, hasHost: boolean): Settings {
  const isElsewhere = hasHost || (filed.get('host') ?? 'localhost') !== 'localhost';
  const mode = sslModeIn(filed);
  return {
    ...Object.fromEntries(
      Object.entries(parameters).flatMap(([name, setting]) => {
        const value = filed.get(name);
        return value === undefined || setting === 'copyWith' || (name === 'socket' && isElsewhere)
          ? []
          : [[setting, value]];
      }),
    ),
    ...(mode !== undefined && { sslMode: mode }),
  };
}

/** A password is that of the user beside whom it stands, or of everybody. */
function passwordIn(filed: ReadonlyMap<string, string>, user: string): string | undefined {
  return (filed.get('user') ?? user) === user ? filed.get('password') : undefined;
}

/** A port is that of the host beside which it stands. */
function portIn(filed: ReadonlyMap<string, string>, hasHost: boolean): number | undefined {
  const port = Number(filed.get('port'));
  return hasHost || !Number.isSafeInteger(port) || port <= 0 ? undefined : port;
}

function fromUrl(said: ReadonlyMap<string, string>, engine: string): Settings {
  return Object.fromEntries(
    Array.from(said, ([name, value]) => {
      const setting = parameters[name];
      if (setting === undefined) {
        const near = nearest(name, Object.keys(parameters));
        throw invalid(
          `a ${engine} URL has no parameter ${name}`,
          near ? `Did you mean ${near}?` : `There are: ${Object.keys(parameters).join(', ')}.`,
        );
      }
      return [setting, value];
    }),
  );
}

function known(settings: Readonly<Record<string, unknown>>, engine: string): Settings {
  for (const name of Object.keys(settings)) {
    if ((settingNames as readonly string[]).includes(name)) continue;
    const near = nearest(name, settingNames);
    throw invalid(
      `${engine} has no setting ${name}`,
      near ? `Did you mean ${near}?` : `There are: ${settingNames.join(', ')}.`,
      name,
    );
  }
  return settings;
}

function text(value: unknown, setting: string): string | undefined {
  if (value === undefined || (typeof value === 'string' && value !== '')) return value;
  throw invalid(`${setting} must be a text`, `Take ${setting} out, or give it a value.`, setting);
}

function flag(value: unknown, setting: string): boolean | undefined {
  if (value === undefined || typeof value === 'boolean') return value;
  throw invalid(`${setting} must be true or false`, `For example: ${setting}: false.`, setting);
}

/** A flag that a URL and an option file can give, too, which hold texts alone. */
function toggle(value: unknown, setting: string): boolean | undefined {
  return typeof value === 'string' ? isOn(value) : flag(value, setting);
}

function wholeNumber(value: unknown, setting: string): number | undefined {
  if (value === undefined || (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0)) return value;
  throw invalid(`${setting} must be a whole number, not below 0`, `For example: ${setting}: 1000.`, setting);
}

function secret(value: unknown): NonNullable<MysqlOptions['password']> {
  if (typeof value === 'string' || typeof value === 'function') return value as NonNullable<MysqlOptions['password']>;
  throw invalid(
    'password must be a text, or a function that gives one',
    'For example: password: { env: "DB_PASSWORD" } in the config.',
    'password',
  );
}

/** The name of whoever runs this; in some containers the system knows none. */
function usualUser(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env.USER ?? 'root';
  }
}
