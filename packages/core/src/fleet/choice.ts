import { SyncError } from '../errors.js';
import { globTest } from '../model/glob.js';
import { hashText } from '../model/hash.js';
import { nearest } from '../nearest.js';
import type { Member } from './member.js';

/** Which tenants of a fleet are meant: those that meet all that is said. */
export interface TenantChoice {
  /** Globs of ids, of which one is enough. */
  readonly tenants?: readonly string[];
  /** Globs of ids that are not meant. */
  readonly except?: readonly string[];
  readonly groups?: readonly string[];
  /** Labels by name, the values as globs. */
  readonly labels?: readonly (readonly [name: string, glob: string])[];
  /** Which share of them, as a number up to 1: the same ones each time, and at least one. */
  readonly sample?: number;
}

/** Of the tenants of a fleet those that are meant. NOT_FOUND where a pattern, a group or a label meets none, since that is most likely a slip. */
export async function* chosen(
  members: AsyncIterable<Member>,
  { tenants = [], except = [], groups = [], labels = [], sample = 1 }: TenantChoice,
): AsyncGenerator<Member, void, undefined> {
  const patterns = tenants.map((glob) => ({ glob, test: globTest(glob), met: false }));
  const wanted = labels.map(([name, glob]) => ({ name, glob, test: globTest(glob), met: false }));
  const excepted = except.map((glob) => ({ glob, test: globTest(glob), met: false }));
  const met = new Set<string>();
  const ids: string[] = [];
  let least: { readonly member: Member; readonly place: number } | undefined;
  let any = false;
  for await (const member of members) {
    const { id, labels: own } = member.tenant;
    ids.push(id);
    const without = excepted.filter(({ test }) => test(id));
    for (const pattern of without) pattern.met = true;
    const byName = patterns.filter(({ test }) => test(id));
    for (const pattern of byName) pattern.met = true;
    if (member.group !== undefined) met.add(member.group);
    const byLabel = wanted.filter(({ name, test }) => Object.hasOwn(own, name) && test(own[name] ?? ''));
    for (const label of byLabel) label.met = true;
    const isNamed = patterns.length === 0 || byName.length > 0;
    const isGrouped = groups.length === 0 || (member.group !== undefined && groups.includes(member.group));
    if (!isNamed || !isGrouped || byLabel.length < wanted.length || without.length > 0) continue;
    const place = placeOf(id);
    if (place < sample) {
      any = true;
      yield member;
    } else if (least === undefined || place < least.place) least = { member, place };
  }
  if (ids.length === 0) throw nobody();
  const unmet = [...patterns, ...excepted].find((pattern) => !pattern.met);
  if (unmet) throw noTenant(unmet.glob, ids);
  const group = groups.find((name) => !met.has(name));
  if (group !== undefined) throw none(`no tenant is in the group ${group}`, [...met]);
  const label = wanted.find((each) => !each.met);
  if (label) throw none(`no tenant has the label ${label.name}=${label.glob}`, []);
  if (any) return;
  if (!least) throw none('no tenant meets all that was said', ids);
  yield least.member;
}

/** Where an id lies between 0 and 1: spread evenly, and the same on every machine. */
function placeOf(id: string): number {
  return Number.parseInt(hashText(id).slice(0, 12), 16) / 2 ** 48;
}

function nobody(): SyncError {
  return new SyncError({
    code: 'NOT_FOUND',
    op: 'fleet',
    message: 'the fleet has no tenants',
    hint: 'Check what the config says of where they are. schema-sync tenants add ID makes the database of a new one.',
  });
}

function noTenant(glob: string, ids: readonly string[]): SyncError {
  const near = nearest(glob, ids);
  return none(`no tenant is called ${glob}${near === undefined ? '' : `; did you mean ${near}?`}`, ids);
}

function none(message: string, known: readonly string[]): SyncError {
  const shown = known.slice(0, 5);
  return new SyncError({
    code: 'NOT_FOUND',
    op: 'fleet',
    message,
    hint:
      shown.length === 0
        ? 'schema-sync tenants list shows who is there.'
        : `There ${known.length === 1 ? 'is' : 'are'}: ${shown.join(', ')}${known.length > shown.length ? `, and ${known.length - shown.length} others` : ''}.`,
  });
}
