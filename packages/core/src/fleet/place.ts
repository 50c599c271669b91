import type { ConnectionInput } from '../contract/connection-input.js';
import type { Driver } from '../contract/driver.js';
import type { Fingerprints, Site, Tenancy } from '../contract/tenancy.js';
import { SyncError } from '../errors.js';
import { globSource, globTest } from '../model/glob.js';

/** How the tenants of a fleet lie in one place: `{ word: 'database', pattern: 'app_*' }`. */
export interface Pattern {
  readonly word: string;
  readonly pattern: string;
}

/** What stands for the id in a pattern. */
const slot = '{tenant}';

/** A place with tenants in it, and how the names of these are made of their ids. */
export interface Place {
  /** The ids and names of all that are there. */
  list(signal?: AbortSignal): AsyncIterable<{ readonly id: string; readonly name: string }>;
  nameOf(id: string): string;
  /** What is there, by names, as far as the place itself can tell it without each being read. */
  fingerprints(signal?: AbortSignal): Promise<Fingerprints | undefined>;
  /** How large those are that are there, by names, as far as the place itself can tell it. */
  sizes(signal?: AbortSignal): Promise<ReadonlyMap<string, number>>;
  /** Where the one of this name is; in a place of its own, where it has one. */
  at(name: string, own?: ConnectionInput): ConnectionInput;
  /** Whether the tenants are parts of one database. */
  readonly isWithin: boolean;
  /** Whether something of this name is a tenant's. */
  isOthers(name: string): boolean;
}

/** Opens a place; `at` is where it was said, for errors. */
export function openPlace(driver: Driver, site: Site, { word, pattern }: Pattern, at: string): Place {
  const tenancy = tenancyOf(driver, word, at);
  const parts = pattern.split(slot);
  if (parts.length > 2) throw invalid(`${at}: ${slot} stands in ${pattern} twice`, 'Once is enough.');
  const [before = '', after] = parts;
  const glob = parts.join('*');
  const idIn = after === undefined ? undefined : between(before, after);
  return {
    async *list(signal) {
      for await (const name of tenancy.list(site, glob, { ...(signal && { signal }) })) {
        const id = idIn ? idIn(name) : (tenancy.idOf?.(name, glob) ?? name);
        if (id !== undefined) yield { id, name };
      }
    },
    nameOf(id) {
      if (after !== undefined) return `${before}${id}${after}`;
      if (/[*?]/.test(pattern))
        throw invalid(
          `${at}: ${pattern} does not tell what the ${word} of ${id} is called`,
          `Write ${slot} where the id stands, as in ${pattern.replace(/[*?]+/, slot)}, or give the tenant a name.`,
        );
      return id;
    },
    fingerprints: async (signal) => tenancy.fingerprints?.(site, glob, { ...(signal && { signal }) }),
    sizes: async (signal) =>
      (await tenancy.sizes?.(site, glob, { ...(signal && { signal }) })) ?? new Map<string, number>(),
    isWithin: tenancy.isWithin === true,
    isOthers: globTest(glob),
    at: (name, own) => tenancy.at(own ? { ...site, ...own } : site, name, glob),
  };
}

/** Finds the id in a name. Where other characters stand for any as well, the id is the least that it can be. */
function between(before: string, after: string): (name: string) => string | undefined {
  const expression = new RegExp(`^${globSource(before)}(.+?)${globSource(after)}$`, 'su');
  return (name) => expression.exec(name)?.[1];
}

function tenancyOf({ name, tenancy = {} }: Driver, word: string, at: string): Tenancy {
  const found = Object.hasOwn(tenancy, word) ? tenancy[word] : undefined;
  if (found) return found;
  const known = Object.keys(tenancy);
  throw new SyncError({
    code: 'CAPABILITY_MISSING',
    op: 'fleet',
    message: `${at}: tenants of ${name} cannot be told apart by ${word}`,
    hint:
      known.length > 0
        ? `${name} knows: ${known.join(', ')}. Or list the tenants, each with its url.`
        : 'List the tenants, each with its url.',
  });
}

function invalid(message: string, hint: string): SyncError {
  return new SyncError({ code: 'CONFIG_INVALID', op: 'fleet', message, hint });
}
