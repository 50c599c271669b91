import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type ConnectionOptions, checkServerIdentity, type SecureVersion } from 'node:tls';
import { type Host, isSocket } from './hosts.js';
import { invalid, type Parameters } from './parameters.js';

/** How TLS is used, in libpq's words. */
export type SslMode = 'disable' | 'allow' | 'prefer' | 'require' | 'verify-ca' | 'verify-full';

const sslModes: readonly SslMode[] = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'];

/** TLS as it was asked for, with paths of PEM files. */
export interface TlsOptions {
  readonly mode: SslMode;
  /** `system` for what this machine trusts. */
  readonly rootCertificate?: string;
  readonly certificate?: string;
  readonly key?: string;
  readonly keyPassword?: string;
  readonly revoked?: string;
  readonly minimum?: SecureVersion;
  readonly maximum?: SecureVersion;
  /** Whether TLS is spoken at once, without asking first whether the server has it. */
  readonly direct: boolean;
}

/** Checks what parameters say of TLS; what they leave out is looked for where libpq keeps it. */
export function tlsOptionsOf(parameters: Parameters): TlsOptions {
  const { sslrootcert, sslcert, sslkey, sslpassword, sslcrl, sslnegotiation } = parameters;
  const isSystem = sslrootcert === 'system';
  const mode = sslMode(parameters.sslmode ?? (isSystem ? 'verify-full' : 'prefer'));
  if (isSystem && mode !== 'verify-full') {
    throw invalid(
      `sslrootcert=system asks for sslmode=verify-full`,
      'Anybody can have a certificate of some authority.',
    );
  }
  const direct = sslnegotiation === 'direct';
  if (sslnegotiation !== undefined && !direct && sslnegotiation !== 'postgres') {
    throw invalid('sslnegotiation is not one that there is', 'There are: postgres, direct.');
  }
  if (direct && ['disable', 'allow', 'prefer'].includes(mode)) {
    throw invalid(`sslnegotiation=direct cannot go without TLS, which sslmode=${mode} does`, 'Say sslmode=require.');
  }
  const rootCertificate = sslrootcert ?? usualFile('root.crt');
  const certificate = sslcert ?? usualFile('postgresql.crt');
  const key = sslkey ?? usualFile('postgresql.key');
  const minimum = version(parameters.ssl_min_protocol_version, 'ssl_min_protocol_version');
  const maximum = version(parameters.ssl_max_protocol_version, 'ssl_max_protocol_version');
  return {
    mode,
    direct,
    ...(rootCertificate !== undefined && { rootCertificate }),
    ...(certificate !== undefined && { certificate }),
    ...(key !== undefined && { key }),
    ...(sslpassword !== undefined && { keyPassword: sslpassword }),
    ...(sslcrl !== undefined && { revoked: sslcrl }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
  };
}

/** What to try, one after the other: with TLS, or without. A socket has none. */
export function waysTo(host: Host, options: TlsOptions): readonly (false | ConnectionOptions)[] {
  if (isSocket(host) || options.mode === 'disable') return [false];
  const secured = securedTo(host, options);
  if (options.mode === 'allow') return [false, secured];
  return options.mode === 'prefer' ? [secured, false] : [secured];
}

function securedTo(host: Host, { mode, rootCertificate, certificate, key, ...rest }: TlsOptions): ConnectionOptions {
  const roots = rootCertificate === 'system' ? undefined : rootCertificate;
  // libpq checks the chain as soon as it has an authority. https://www.postgresql.org/docs/current/libpq-ssl.html
  const checksChain = mode === 'verify-ca' || mode === 'verify-full' || (mode === 'require' && roots !== undefined);
  return {
    ...(roots !== undefined && checksChain && { ca: pem(roots, 'sslrootcert') }),
    ...(certificate !== undefined && { cert: pem(certificate, 'sslcert') }),
    ...(certificate !== undefined && key !== undefined && { key: privateKey(key) }),
    ...(rest.keyPassword !== undefined && { passphrase: rest.keyPassword }),
    ...(rest.revoked !== undefined && { crl: pem(rest.revoked, 'sslcrl') }),
    ...(rest.minimum !== undefined && { minVersion: rest.minimum }),
    ...(rest.maximum !== undefined && { maxVersion: rest.maximum }),
    ...(host.address !== undefined && host.name !== host.address && { servername: host.name }),
    rejectUnauthorized: checksChain,
    checkServerIdentity: (_, seen) => (mode === 'verify-full' ? checkServerIdentity(host.name, seen) : undefined),
  };
}

function usualFile(name: string): string | undefined {
  const folder =
    process.platform === 'win32'
      ? join(process.env.APPDATA ?? homedir(), 'postgresql')
      : join(homedir(), '.postgresql');
  const path = join(folder, name);
  return statSync(path, { throwIfNoEntry: false }) ? path : undefined;
}

function sslMode(value: string): SslMode {
  if ((sslModes as readonly string[]).includes(value)) return value as SslMode;
  throw invalid('sslmode is not one that there is', `There are: ${sslModes.join(', ')}.`, { setting: 'sslmode' });
}

function version(value: string | undefined, name: string): SecureVersion | undefined {
  if (value === undefined || value === '') return undefined;
  const found = (['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const).find((known) => known === value);
  if (found) return found;
  throw invalid(`${name} is not a version that there is`, 'There are: TLSv1, TLSv1.1, TLSv1.2, TLSv1.3.');
}

/** A key that others may read is no secret: it is refused, as libpq does. Root may let a group read its own. */
function privateKey(path: string): string {
  const { mode, uid } = statSync(path, { throwIfNoEntry: false }) ?? { mode: 0, uid: 0 };
  const open = mode & (uid === 0 && process.getuid?.() !== 0 ? 0o037 : 0o077);
  if (process.platform !== 'win32' && open !== 0) {
    throw invalid(`the private key ${path} may be read by others`, `chmod 600 ${path}`, { setting: 'sslkey' });
  }
  return pem(path, 'sslkey');
}

function pem(path: string, setting: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw invalid(`the file of ${setting} cannot be read: ${path}`, 'Check the path and its permissions.', {
      cause,
      setting,
    });
  }
}
