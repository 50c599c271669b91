import { nearest, SyncError } from '@sync/core';

const parameterNames = [
  'application_name',
  'connect_timeout',
  'dbname',
  'host',
  'password',
  'port',
  'sslcert',
  'sslkey',
  'sslmode',
  'sslrootcert',
  'user',
] as const;

type Parameters = { readonly [name in (typeof parameterNames)[number]]?: string };

/** What a URL says. */
export interface Place {
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  readonly password?: string;
  readonly database?: string;
  readonly parameters: Parameters;
}

const example = 'For example: postgres://app@db.example.com:5432/shop?sslmode=verify-full.';

/** Takes a URL apart, in the form that libpq defines: parameters may stand in place of parts. No message quotes the URL, which may hold a secret. */
export function readUrl(url: string): Place {
  if (!/^postgres(ql)?:\/\//i.test(url)) throw invalid('this is not a postgres URL', example);
  const parsed = parse(url);
  const parameters = readParameters(parsed.searchParams);
  const path = decode(parsed.pathname.replace(/^\//, ''));
  // A socket's folder stands encoded in the host's place: postgres://%2Frun%2Fpostgresql/shop.
  const host = parameters.host ?? unwrap(decode(parsed.hostname));
  const port = parameters.port ?? parsed.port;
  const user = parameters.user ?? decode(parsed.username);
  const password = parameters.password ?? decode(parsed.password);
  const database = parameters.dbname ?? path;
  if (host.includes(',')) {
    throw invalid('the URL names several hosts', 'Name the one that takes writes: a schema is changed in one place.');
  }
  return {
    ...(host !== '' && { host }),
    ...(port !== '' && { port: portNumber(port) }),
    ...(user !== '' && { user }),
    ...(password !== '' && { password }),
    ...(database !== '' && { database }),
    parameters,
  };
}

function parse(url: string): URL {
  try {
    // Under a scheme that is known to have no host rules of its own, names, ports and encoded paths are taken as they are.
    return new URL(url.replace(/^postgres(ql)?:/i, 'postgres:'));
  } catch {
    throw invalid(
      'this postgres URL cannot be read',
      `Encode special characters of a password (/ as %2F, @ as %40). ${example}`,
    );
  }
}

function readParameters(all: URLSearchParams): Parameters {
  const found: Record<string, string> = {};
  for (const [name, value] of all) {
    if (!(parameterNames as readonly string[]).includes(name)) {
      const near = nearest(name, parameterNames);
      throw invalid(
        `a postgres URL has no parameter ${name}`,
        near ? `Did you mean ${near}?` : `There are: ${parameterNames.join(', ')}.`,
      );
    }
    found[name] = value;
  }
  return found;
}

function portNumber(port: string): number {
  const number = Number(port);
  if (Number.isInteger(number) && number > 0 && number < 65_536) return number;
  throw invalid('the port must be a number from 1 to 65535', example);
}

function unwrap(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1');
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw invalid('a part of this postgres URL is not encoded as it should be', 'Write a % as %25.');
  }
}

function invalid(message: string, hint: string): SyncError {
  return new SyncError({ code: 'CONFIG_INVALID', op: 'connect', message, hint });
}
