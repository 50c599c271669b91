import { type Environment, interpolateAll } from '../../config/interpolate.js';
import type { LoadedConfig } from '../../config/load-config.js';
import { placeIn } from '../../config/place.js';
import type { Located } from '../../config/settings.js';
import { resolveTarget, type Target, type TargetContext, targetOf } from '../../config/target.js';
import type { Driver } from '../../contract/driver.js';
import type { Fingerprints, Site } from '../../contract/tenancy.js';
import { SyncError } from '../../errors.js';
import type { Doors } from '../../fleet/doors.js';
import type { Member } from '../../fleet/member.js';
import { type MemberFacts, membersOf } from '../../fleet/members.js';
import { openPlace, type Pattern, type Place } from '../../fleet/place.js';
import type { LoadOptions } from '../../load/load-driver.js';
import type { FoundFleet } from './find-fleet.js';
import { listing } from './listed.js';

/** A fleet that can be asked for its tenants. */
export interface Fleet {
  readonly name: string;
  members(signal?: AbortSignal): AsyncIterable<Member>;
  /** What those hold that lie in the place of the fleet, by their names there, as far as the place tells it. */
  fingerprints(signal?: AbortSignal): Promise<Fingerprints | undefined>;
  /** How large those are that lie there, by their names, as far as the place tells it. */
  sizes(signal?: AbortSignal): Promise<ReadonlyMap<string, number>>;
  /** One that is not there yet, where the fleet's pattern tells where it is going to be; undefined where a list says who there is. */
  newcomer(id: string): Promise<Member | undefined>;
}

/** What opening a fleet takes. */
export interface FleetContext {
  readonly loaded: LoadedConfig;
  readonly target: TargetContext;
  readonly drivers: LoadOptions;
  readonly driver: Driver;
  /** What the sessions of its tenants come through. */
  readonly doors: Doors;
}

/** The place that a fleet shares, as it was written; the config's own database where the fleet says nothing of one. */
export function siteOf(fleet: FoundFleet, loaded: LoadedConfig): Target | undefined {
  return targetOf(loaded, [fleet, ...(fleet.values.url === undefined ? [{ path: '', values: loaded.config }] : [])]);
}

/** The desired state of a fleet, or of one of its groups, where it has one of its own. */
export function goalIn(
  { values, at }: FoundFleet,
  group: string | undefined,
  { loaded, environment }: { readonly loaded: LoadedConfig; readonly environment: Environment },
): Located | undefined {
  const [text, place] =
    group === undefined ? [values.to, `${at}.to`] : [values.groups?.[group]?.to, `${at}.groups.${group}.to`];
  if (text === undefined) return undefined;
  return { text: interpolateAll(text, place, environment), directory: loaded.directory, at: place };
}

/** Resolves what a fleet is made of. Nothing is connected to until its members are asked for. */
export async function openFleet(fleet: FoundFleet, context: FleetContext): Promise<Fleet> {
  const { driver, target, doors } = context;
  const { values, at, name } = fleet;
  const put = <T>(value: T, where: string): T => interpolateAll(value, `${at}.${where}`, target.environment);
  const pattern = patternOf(fleet, put);
  const resolved = pattern && (await resolveSite(fleet, context));
  const place =
    pattern &&
    resolved &&
    openPlace(driver, { ...resolved.site, door: doors.door() }, pattern, `${at}.${pattern.word}`);
  if (place && resolved?.reference !== undefined) showByReference(place, resolved.reference, context);
  const listed = listing(fleet, context);
  const facts: MemberFacts = {
    at,
    driver,
    doors,
    ...(place && { place }),
    ...(listed && { listed }),
    except: put(values.except ?? [], 'except'),
    labels: put(values.labels ?? {}, 'labels'),
    groups: Object.entries(values.groups ?? {}).map(([group, { tenants = [], labels = {} }]) => ({
      name: group,
      tenants: put(tenants, `groups.${group}.tenants`),
      labels: put(labels, `groups.${group}.labels`),
    })),
  };
  return {
    name,
    members: (signal) => membersOf(facts, signal),
    fingerprints: async (signal) => place?.fingerprints(signal),
    sizes: async (signal) => (await place?.sizes(signal)) ?? new Map<string, number>(),
    async newcomer(id) {
      if (listed || !place) return undefined;
      const one = async function* () {
        yield { id };
      };
      for await (const member of membersOf({ ...facts, listed: one })) return member;
      return undefined;
    },
  };
}

/** The words by which a config may tell tenants apart. */
const words = ['database', 'schema', 'keyspace', 'file'] as const;

function patternOf({ values, at }: FoundFleet, put: <T>(value: T, where: string) => T): Pattern | undefined {
  const said = words.filter((word) => values[word] !== undefined);
  const [word, other] = said;
  if (word !== undefined && other !== undefined)
    throw new SyncError({
      code: 'CONFIG_INVALID',
      op: 'config',
      message: `${at} says ${word} and ${other}`,
      hint: 'A tenant is one of them: keep that.',
    });
  return word === undefined ? undefined : { word, pattern: put(values[word] ?? '', word) };
}

async function resolveSite(fleet: FoundFleet, { loaded, target }: FleetContext): Promise<ResolvedSite> {
  const where = siteOf(fleet, loaded);
  if (where) {
    const { input, reference } = await resolveTarget(where, target);
    return { site: input, ...(reference !== undefined && { reference }) };
  }
  const { settings } = fleet.values;
  const at = placeIn(loaded.file, fleet.path, 'settings');
  return {
    site: {
      directory: loaded.directory,
      ...(settings && { settings: interpolateAll(settings, at, target.environment) }),
    },
  };
}

interface ResolvedSite {
  readonly site: Site;
  /** What its URL is known by where that came by reference. */
  readonly reference?: string;
}

/** A server that came by reference is shown by that, with the names of what is there: `env:SERVER_URL/acme`. */
function showByReference(place: Place, reference: string, { driver, target }: FleetContext): void {
  const probe = 'tenant';
  const label = driver.label(driver.options(place.at(probe)));
  if (label.endsWith(`/${probe}`)) target.redactor.addReference(label.slice(0, -probe.length - 1), reference);
}
