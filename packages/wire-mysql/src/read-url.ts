import type { ConnectionInput } from '@sync/core';
import { invalid } from './invalid.js';

/** What a URL says. */
export interface UrlParts {
  readonly scheme: string;
  readonly host: string;
  readonly port?: number;
  readonly user?: string;
  readonly password?: string;
  /** Empty where only the server is meant. */
  readonly database: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** Takes a URL apart. No message quotes it, which may hold a secret. */
export function readUrl(url: string, schemes: readonly string[], purpose?: ConnectionInput['purpose']): UrlParts {
  const [engine = ''] = schemes;
  const example = `For example: ${engine}://app@db.example.com:3306/shop?ssl-mode=VERIFY_IDENTITY.`;
  const found =
    /^(\w+):\/\/(?:([^@/?#]*)@)?(?:\[([^\]@]*)\]|([^:/?#@[\]]*))(?::(\d+))?(?:\/([^/?#@]*))?(?:\?([^#@]*))?$/.exec(url);
  const scheme = found?.[1]?.toLowerCase();
  if (!found || scheme === undefined || !schemes.includes(scheme)) {
    const encode = 'Encode special characters of a password or a name (@ as %40, / as %2F, ? as %3F, # as %23).';
    throw invalid(`this is not a ${engine} URL`, `${encode} ${example}`);
  }
  const [, , credentials = '', address, host = '', port, path = '', query = ''] = found;
  const colon = credentials.indexOf(':');
  const user = decode(colon < 0 ? credentials : credentials.slice(0, colon), engine);
  const database = decode(path, engine);
  if (database === '' && purpose !== 'scratch') throw invalid(`this ${engine} URL names no database`, example);
  return {
    scheme,
    host: decode(address ?? host, engine),
    ...(port !== undefined && { port: Number(port) }),
    ...(user !== '' && { user }),
    ...(colon >= 0 && { password: decode(credentials.slice(colon + 1), engine) }),
    database,
    parameters: new Map(
      query
        .split('&')
        .filter((part) => part !== '')
        .map((part) => {
          const [name = '', ...value] = part.split('=');
          return [decode(name, engine), decode(value.join('='), engine)];
        }),
    ),
  };
}

function decode(part: string, engine: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw invalid(`a part of this ${engine} URL is not encoded as it should be`, 'Write a % as %25.');
  }
}
