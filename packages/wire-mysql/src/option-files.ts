import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { invalid } from './invalid.js';

/** Where the clients of the family look, in this order; what comes later counts. https://dev.mysql.com/doc/refman/9.7/en/option-files.html */
const usual = () => ['/etc/my.cnf', '/etc/mysql/my.cnf', join(homedir(), '.my.cnf')];

/** Files include others; more deeply than this only in a circle. */
const deepest = 10;

/** What option files say to these groups of clients, by the names of the options with dashes. `file` is the only one that is read, where it is given. */
export function readOptionFiles(groups: ReadonlySet<string>, file?: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (file !== undefined && !existsSync(file)) {
    throw invalid(
      'the file of defaultsFile is not there',
      'Give the path of an option file, such as ~/.my.cnf.',
      'defaultsFile',
    );
  }
  for (const path of file === undefined ? usual() : [file]) readInto(found, path, groups, 0);
  return found;
}

function readInto(found: Map<string, string>, path: string, groups: ReadonlySet<string>, depth: number): void {
  if (depth > deepest) return;
  let isMeant = false;
  for (const text of textOf(path).split(/\r?\n/)) {
    const line = text.trim();
    if (line === '' || line.startsWith('#') || line.startsWith(';')) continue;
    const [, directive, target] = /^!(include|includedir)\s+(.+)$/.exec(line) ?? [];
    const group = /^\[(.*)\]/.exec(line)?.[1];
    if (directive !== undefined && target !== undefined) {
      for (const each of included(directive, resolve(path, '..', target))) readInto(found, each, groups, depth + 1);
    } else if (group !== undefined) isMeant = groups.has(group.trim());
    else if (isMeant) readOption(found, line);
  }
}

/** What cannot be read is passed over, as the clients do: most machines have none of these files. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function included(directive: string, target: string): readonly string[] {
  if (directive === 'include') return [target];
  if (!existsSync(target)) return [];
  return readdirSync(target)
    .filter((name) => name.endsWith('.cnf'))
    .sort()
    .map((name) => join(target, name));
}

function readOption(found: Map<string, string>, line: string): void {
  const at = line.indexOf('=');
  const name = (at < 0 ? line : line.slice(0, at))
    .trim()
    .replaceAll('_', '-')
    .replace(/^loose-/, '');
  found.set(name, at < 0 ? '' : optionValue(line.slice(at + 1).trim()));
}

const escapes: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', r: '\r', s: ' ', '\\': '\\' };

/** A value may stand in quotes; a remark may stand behind one that does not, or behind the quotes. */
function optionValue(text: string): string {
  const quoted = /^(['"])(.*?)\1\s*(?:#.*)?$/.exec(text)?.[2];
  const plain = quoted ?? text.replace(/\s+#.*$/, '');
  return plain.replace(/\\(.)/g, (all, char: string) => escapes[char] ?? all);
}
