import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { invalid } from './invalid.js';

/** How TLS is used, in the words of the engine's client. https://dev.mysql.com/doc/refman/9.7/en/connection-options.html#option_general_ssl-mode */
export type SslMode = 'DISABLED' | 'PREFERRED' | 'REQUIRED' | 'VERIFY_CA' | 'VERIFY_IDENTITY';

const sslModes: readonly SslMode[] = ['DISABLED', 'PREFERRED', 'REQUIRED', 'VERIFY_CA', 'VERIFY_IDENTITY'];

/** The mode that was asked for. */
export function sslModeOf(value: unknown, hasAuthority: boolean): SslMode {
  if (value === undefined) return hasAuthority ? 'VERIFY_CA' : 'PREFERRED';
  const mode = sslModes.find((each) => each === String(value).toUpperCase());
  if (mode) return mode;
  throw invalid(
    `sslMode must be one of ${sslModes.join(', ')}`,
    'For example: ?ssl-mode=VERIFY_IDENTITY in the URL.',
    'sslMode',
  );
}

/**
 * What an option file says of TLS: the client of MariaDB has switches where that of MySQL has a mode.
 * https://mariadb.com/kb/en/mariadb-command-line-client/#-ssl-verify-server-cert
 */
export function sslModeIn(filed: ReadonlyMap<string, string>): string | undefined {
  const mode = filed.get('ssl-mode');
  if (mode !== undefined) return mode;
  if (isOn(filed.get('ssl-verify-server-cert'))) return 'VERIFY_IDENTITY';
  if (isOn(filed.get('skip-ssl')) || isOn(filed.get('disable-ssl'))) return 'DISABLED';
  const ssl = filed.get('ssl');
  if (ssl === undefined) return undefined;
  return isOn(ssl) ? 'REQUIRED' : 'DISABLED';
}

/** A switch in an option file or a URL is on by its name alone. */
export function isOn(value: string | undefined): boolean {
  return value !== undefined && !/^(0|off|false|no)$/i.test(value);
}

/** The text of a PEM file, where one is named. */
export function readPem(path: string | undefined, setting: string, directory: string): string | undefined {
  if (path === undefined) return undefined;
  try {
    return readFileSync(resolve(directory, path), 'utf8');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    throw invalid(`the file of ${setting} cannot be read: ${code}`, 'Give the path of a PEM file.', setting);
  }
}
