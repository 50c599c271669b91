import type { ConnectionInput } from '../contract/connection-input.js';
import type { Driver } from '../contract/driver.js';
import { errorAt, errorWithHint, isSyncError, SyncError } from '../errors.js';
import { globTest } from '../model/glob.js';
import { tenantContext } from '../tenant/context.js';
import type { Doors } from './doors.js';
import type { Member } from './member.js';
import type { Place } from './place.js';

/** A tenant as somebody lists it. */
export interface Listed {
  readonly id: string;
  /** What it is called where it lies. Default: what the place makes of the id. */
  readonly name?: string;
  /** How to connect to one that has a URL of its own. */
  readonly input?: ConnectionInput;
  /** Why nobody can tell how to connect to it. */
  readonly unreachable?: SyncError;
  readonly group?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** A group of a fleet. */
export interface Group {
  readonly name: string;
  /** Globs of ids. */
  readonly tenants: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
}

/** What the members of a fleet come from. */
export interface MemberFacts {
  /** Where the fleet was said, for errors. */
  readonly at: string;
  readonly driver: Driver;
  readonly place?: Place;
  /** Who there is. Default: all in the place. */
  readonly listed?: (signal?: AbortSignal) => AsyncIterable<Listed>;
  readonly except: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly groups: readonly Group[];
  /** What their sessions come through. */
  readonly doors?: Doors;
}

/** The tenants of a fleet, one by one. Two of one id, or of one place, are refused by name: each would be changed for the other. */
export async function* membersOf(facts: MemberFacts, signal?: AbortSignal): AsyncGenerator<Member, void, undefined> {
  const { at, driver, place, listed, groups } = facts;
  const excepted = facts.except.map((glob) => globTest(glob));
  const byName = new Set(groups.map(({ name }) => name));
  const globs = groups.map((group) => ({ group, tests: group.tenants.map((glob) => globTest(glob)) }));
  const known = new Map(groups.map((group) => [group.name, group]));
  const byIdentity = new Map<string, string>();
  const ids = new Set<string>();
  const entries = listed ? listed(signal) : place?.list(signal);
  if (!entries)
    throw invalid(at, 'names no tenants', 'Add tenants, or a pattern of their names such as database: app_*.');
  for await (const entry of entries) {
    const { id } = entry;
    if (excepted.some((test) => test(id))) continue;
    const said: Listed = entry;
    if (said.group !== undefined && !byName.has(said.group))
      throw invalid(at, `has no group ${said.group}, which tenant ${id} names`, 'Add it under groups.');
    const group =
      said.group === undefined
        ? globs.find(({ tests }) => tests.some((test) => test(id)))?.group
        : known.get(said.group);
    const labels = { ...facts.labels, ...group?.labels, ...said.labels };
    if (ids.has(id)) throw twice(`${at}: two tenants are called ${id}`);
    ids.add(id);
    const { unreachable } = said;
    if (unreachable) {
      const nowhere = named(at, () => tenantContext({ id, target: { url: '', directory: '' }, labels }));
      yield { tenant: nowhere, label: id, unreachable, ...(group && { group: group.name }) };
      continue;
    }
    const door = facts.doors?.door();
    const placed = placeOf(said, place, at);
    const target = () => ({ ...placed.target(), ...(door && { door }) });
    const tenant = named(at, () => tenantContext({ id, target: target(), labels }), !listed);
    const options = named(`${at}: ${id}`, () => driver.options(tenant.target));
    const label = driver.label(options);
    const identity = driver.identity?.(options) ?? label;
    const other = byIdentity.get(identity);
    if (other !== undefined) throw twice(`${at}: the tenants ${other} and ${id} are both ${label}`);
    byIdentity.set(identity, id);
    const name = placed.name !== undefined && !said.input && { name: placed.name };
    yield { tenant, label, identity, ...name, ...(group && { group: group.name }) };
  }
}

/** Where a tenant is: in the place of its fleet under a name, or in one of its own. What keeps that from being known tells by itself where it was said. */
function placeOf(
  { id, name, input }: Listed,
  place: Place | undefined,
  at: string,
): { readonly name?: string; target(): ConnectionInput } {
  if (input && !place?.isWithin) return { target: () => input };
  if (!place)
    throw invalid(
      at,
      `does not say where tenant ${id} is`,
      'Give it a url, or the fleet a pattern such as database: app_{tenant}.',
    );
  const placed = name ?? place.nameOf(id);
  return { name: placed, target: () => place.at(placed, input) };
}

/** What is wrong with a tenant is told with the fleet that it is of; and of one that was found, which nobody wrote, what can be done in the config. */
function named<T>(at: string, work: () => T, isFound = false): T {
  try {
    return work();
  } catch (error) {
    if (!isSyncError(error)) throw error;
    const told = errorAt(error, at);
    throw isFound && error.code === 'TENANT_INVALID'
      ? errorWithHint(told, 'Leave it out with except, or list the tenants, where this one has an id besides its name.')
      : told;
  }
}

function twice(message: string): SyncError {
  return new SyncError({
    code: 'TENANT_INVALID',
    op: 'fleet',
    message,
    hint: 'Take one of them out, or tell them apart: each would be changed for the other.',
  });
}

function invalid(at: string, message: string, hint: string): SyncError {
  return new SyncError({ code: 'CONFIG_INVALID', op: 'fleet', message: `${at} ${message}`, hint });
}
