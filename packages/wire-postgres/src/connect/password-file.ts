import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Host, isSocket, usualSocketFolders } from './hosts.js';

/** What a password file says of a place; or why it was not looked into, for people. */
export interface FoundPassword {
  readonly password?: string;
  readonly passedOver?: string;
}

/** Whom a password is wanted for. */
export interface Login {
  readonly host: Host;
  readonly user: string;
  readonly database: string;
}

/** Looks a password up as libpq does, which passes over a file that others may read. https://www.postgresql.org/docs/current/libpq-pgpass.html */
export function passwordInFile(file: string | undefined, login: Login): FoundPassword {
  const path = file ?? usualFile();
  try {
    const facts = statSync(path);
    if (!facts.isFile()) return { passedOver: `${path} is not a file` };
    if (process.platform !== 'win32' && (facts.mode & 0o077) !== 0) {
      return { passedOver: `${path} was passed over, because others may read it: chmod 600 ${path}` };
    }
    const password = passwordIn(readFileSync(path, 'utf8'), login);
    return password === undefined ? {} : { password };
  } catch (error) {
    if (file === undefined && (error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    return { passedOver: `${path} cannot be read` };
  }
}

function usualFile(): string {
  return process.platform === 'win32'
    ? join(process.env.APPDATA ?? homedir(), 'postgresql', 'pgpass.conf')
    : join(homedir(), '.pgpass');
}

/** The first line that fits, and it alone. */
function passwordIn(text: string, { host, user, database }: Login): string | undefined {
  const isUsualSocket = isSocket(host) && (usualSocketFolders as readonly string[]).includes(host.name);
  const wanted = [isUsualSocket ? 'localhost' : host.name, String(host.port), database, user];
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('#')) continue;
    const fields = fieldsOf(line);
    const fits = wanted.every((value, index) => fields[index] === '*' || unescaped(fields[index]) === value);
    if (fits && fields[4] !== undefined) return unescaped(fields[4]);
  }
  return undefined;
}

/** Parts between colons; a backslash takes the next character as it is. */
function fieldsOf(line: string): readonly string[] {
  const fields = [''];
  for (const [token] of line.matchAll(/\\.|./g)) {
    if (token === ':') fields.push('');
    else fields[fields.length - 1] += token;
  }
  return fields;
}

function unescaped(field: string | undefined): string | undefined {
  return field?.replace(/\\(.)/g, '$1');
}
