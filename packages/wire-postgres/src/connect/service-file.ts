import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { nearest } from '@sync/core';
import { invalid, type Parameters, readParameters } from './parameters.js';

/** Where Debian and its kin keep the services of a machine; other builds have other places, which PGSYSCONFDIR names. */
const machineFolder = '/etc/postgresql-common';

/** What a service of pg_service.conf stands for. https://www.postgresql.org/docs/current/libpq-pgservice.html */
export function readService(name: string, file: string | undefined, environment: NodeJS.ProcessEnv): Parameters {
  const files = [
    file ?? join(homedir(), '.pg_service.conf'),
    join(environment.PGSYSCONFDIR || machineFolder, 'pg_service.conf'),
  ];
  const known: string[] = [];
  for (const [index, path] of files.entries()) {
    // A file that somebody named has to be there.
    const services = servicesIn(path, file !== undefined && index === 0);
    const found = services.get(name);
    if (found) return readParameters(found, `the service ${name} in ${path}`);
    known.push(...services.keys());
  }
  const near = nearest(name, known);
  throw invalid(
    `there is no service ${name} in ${files.join(' or ')}`,
    near
      ? `Did you mean ${near}?`
      : `${known.length > 0 ? `There are: ${known.join(', ')}. ` : ''}Name the file with PGSERVICEFILE, or add a section [${name}] to it.`,
  );
}

function servicesIn(path: string, required: boolean): ReadonlyMap<string, readonly (readonly [string, string])[]> {
  const services = new Map<string, [string, string][]>();
  let current: [string, string][] | undefined;
  for (const [index, text] of textOf(path, required).split(/\r?\n/).entries()) {
    const line = text.trim();
    if (line === '' || line.startsWith('#')) continue;
    const section = /^\[(.*)\]$/.exec(line)?.[1];
    if (section !== undefined) {
      current = [];
      // The first of a name counts.
      if (!services.has(section)) services.set(section, current);
      continue;
    }
    const at = line.indexOf('=');
    if (at < 0 || line.startsWith('ldap')) {
      throw invalid(
        `${path}, line ${index + 1} is not a parameter=value`,
        'Mend the line; services of LDAP are not looked up.',
      );
    }
    current?.push([line.slice(0, at).trim(), line.slice(at + 1).trim()]);
  }
  return services;
}

function textOf(path: string, required: boolean): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (!required && (cause as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw invalid(`the service file ${path} cannot be read`, 'Check PGSERVICEFILE and the file’s permissions.', {
      cause,
    });
  }
}
