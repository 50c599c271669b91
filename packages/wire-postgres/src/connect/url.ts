import type { SyncError } from '@sync/core';
import type { Engine } from '../engine.js';
import { usualPort } from './hosts.js';
import { invalid, isParameter, type Parameters, readParameters } from './parameters.js';

const exampleOf = ({ protocols: [scheme], port = usualPort }: Engine) =>
  `For example: ${scheme}://app@db.example.com:${port}/shop?sslmode=verify-full.`;

/**
 * Takes a URL apart, in the form that libpq defines: several hosts may stand in the place of one, and parameters in place of parts. No message quotes the URL,
 * which may hold a secret. https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS
 */
export function readUrl(url: string, engine: Engine): Parameters {
  const scheme = /^([a-z]+):\/\//i.exec(url)?.[0];
  if (scheme === undefined || !isKnown(scheme.slice(0, -3).toLowerCase(), engine))
    throw invalid(`this is not a ${engine.name} URL`, exampleOf(engine));
  const [, authority = '', path = '', query = ''] =
    /^([^/?]*)(?:\/([^?]*))?(?:\?(.*))?$/s.exec(url.slice(scheme.length)) ?? [];
  const isSecret = (name: string, value: string) => name.includes('@') || (value.includes('@') && !isParameter(name));
  if (path.includes('@') || parametersIn(query).some((each) => isSecret(...each))) throw unreadable(engine);
  const at = authority.lastIndexOf('@');
  const [, user = '', password = ''] = /^([^:]*)(?::(.*))?$/s.exec(authority.slice(0, Math.max(at, 0))) ?? [];
  const places = authority
    .slice(at + 1)
    .split(',')
    .map((place) => placeOf(place, engine));
  const parts = {
    host: places.map(({ host }) => decode(host)).join(','),
    port: places.every(({ port }) => port === '') ? '' : places.map(({ port }) => port).join(','),
    user: decode(user),
    password: decode(password),
    dbname: decode(path),
  };
  const said = Object.entries(parts).filter(([name, value]) => !(name === 'host' ? /^,*$/ : /^$/).test(value));
  return { ...Object.fromEntries(said), ...readParameters(parametersIn(query), 'a postgres URL') };
}

function placeOf(text: string, engine: Engine): { readonly host: string; readonly port: string } {
  const found = /^(?:\[([^\]]*)\]|([^:[\]]*))(?::(.*))?$/s.exec(text);
  // What stands behind a colon may be the rest of a password with a slash in it.
  if (!found || !/^\d*$/.test(found[3] ?? '')) throw unreadable(engine);
  return { host: found[1] ?? found[2] ?? '', port: found[3] ?? '' };
}

/** An @ behind the host is most likely the end of a password with a slash or a question mark in it, of which no part may be taken for a host, and shown. */
function unreadable(engine: Engine): SyncError {
  const encode = 'Encode special characters of a password or a name (@ as %40, / as %2F, ? as %3F, # as %23).';
  return invalid(`this ${engine.name} URL cannot be read`, `${encode} ${exampleOf(engine)}`);
}

/** Whoever says which engine it is may keep the URL that all clients of PostgreSQL take. */
function isKnown(scheme: string, { protocols }: Engine): boolean {
  return protocols.includes(scheme) || scheme === 'postgres' || scheme === 'postgresql';
}

/** A plus stays one, as libpq reads it. */
function parametersIn(query: string): readonly (readonly [string, string])[] {
  return query
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const [name = '', ...value] = part.split('=');
      return [decode(name), decode(value.join('='))];
    });
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw invalid('a part of this postgres URL is not encoded as it should be', 'Write a % as %25.');
  }
}
