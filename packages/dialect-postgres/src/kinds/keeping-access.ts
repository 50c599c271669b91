import {
  type Address,
  address,
  type Change,
  type Delta,
  equalJson,
  type Found,
  type Json,
  type ObjectKind,
  partsOf,
  type Reading,
  type RenderContext,
  type SchemaObject,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import { endsPrivileges } from '../hazards.js';
import { titled } from '../text/qualified.js';
import { accessAddress, type Beginning, beginningOf, rulesIn } from './access/beginning.js';
import { formerly, thereafter } from './access/counterpart.js';
import {
  changeGrants,
  changeOwner,
  changeWithheld,
  describeGrant,
  describeWithheld,
  grantTarget,
  usualGrants,
} from './access/grants.js';
import type { AccessLayout, KeptAccess } from './access/kept-access.js';
import { outdatedAccess } from './access/outdated-access.js';
import { type Access, readAccess, readRules } from './access/read.js';
import type { AccessSpec, Grant } from './access/spec.js';
import { hasOwner, targetOf } from './comment/target.js';
import { goesWithSupplanter } from './supplanting.js';
import { columnsMadeAgain } from './table/table-delta.js';
import { remakesType } from './type/remakes-type.js';

/**
 * A kind whose objects keep their owner and their privileges when they are dropped and created again, also where nobody asked for these: they are read with the object,
 * beside what makes it what it is, and given again by the step that creates it.
 */
export function keepingAccess<S, D extends Delta>(kind: ObjectKind<S, D>): ObjectKind<S, D> {
  if (!hasOwner(kind.kind)) return kind;
  return {
    ...kind,
    inspect: (reading) => withAccess(kind.inspect(reading), reading),
    outdated: (planned, found, change) => [
      ...(kind.outdated?.(planned, found, change) ?? []),
      ...outdatedAccess(planned, found, change),
    ],
    render(change, context) {
      const rendered = kind.render(change, context);
      if ('impossible' in rendered) return rendered;
      const drafts = withLoss(rendered, change, context);
      const statements = restoring(change, context);
      const last = drafts.at(-1);
      if (!last || statements.length === 0) return drafts;
      return [
        ...drafts.slice(0, -1),
        { ...last, sql: [...last.sql, ...statements.map((text) => ({ text }))] },
      ] satisfies readonly StepDraft[];
    },
  };
}

/**
 * What is taken down takes along what is granted on it; where it is made again and not all of that comes back, no other step says what does not. A type that another
 * takes the place of goes in the step of that.
 */
function withLoss(drafts: readonly StepDraft[], change: Change, context: RenderContext): readonly StepDraft[] {
  const old = change.verb === 'create' ? formerly(change.address, context) : undefined;
  const goesHere = old !== undefined && goesWithSupplanter(old, context);
  const from = goesHere ? old.address : change.address;
  const next = goesHere ? change.address : thereafter(change, context);
  const [first, ...rest] = drafts;
  if (next === undefined || !first) return drafts;
  const lost = lostAccess(from, next, context);
  if (!lost) return drafts;
  return [{ ...first, hazards: [...(first.hazards ?? []), endsPrivileges(titled(from), lost)] }, ...rest];
}

/** What was said of who may use a thing and is not said of what is made again under its name; undefined where all of it is. */
function lostAccess(from: Address, next: Address, { base, goal }: RenderContext): readonly string[] | undefined {
  const had = base.get(address(...accessAddress(from)))?.spec as AccessSpec | undefined;
  if (had?.grants === undefined && had?.withheld === undefined) return undefined;
  const wanted = goal.get(address(...accessAddress(next)))?.spec as AccessSpec | undefined;
  const kept = new Set([
    ...(wanted?.grants ?? (wanted ? usualGrants(partsOf(next).kind) : [])).map(describeGrant),
    ...describeWithheld(wanted?.withheld),
  ]);
  const said = [...(had.grants ?? []).map(describeGrant), ...describeWithheld(had.withheld)];
  const lost = said.filter((each) => !kept.has(each));
  return lost.length > 0 || wanted === undefined ? lost : undefined;
}

async function* withAccess<S>(
  found: AsyncIterable<Found<S>> | Iterable<Found<S>>,
  reading: Reading,
): AsyncGenerator<Found<S>> {
  // What a desired state says unasked is wanted nowhere.
  if (reading.desired) {
    yield* found;
    return;
  }
  const all = await readAccess(reading);
  // Where privileges are asked for, what roles say by default is an object of its own.
  const rules = reading.with.has('grants') ? [] : await readRules(reading);
  for await (const each of found) {
    const known = 'object' in each ? all.get(each.scope)?.get(each.object.address) : undefined;
    const unsaid = known && unasked(known, reading);
    const beginning = 'object' in each && !known?.scratch ? beginningOf(rules, each.object, unsaid ?? {}) : undefined;
    const access = beginning ? { ...unsaid, beginning } : unsaid;
    if (!('object' in each) || !access) yield each;
    else yield { ...each, object: schemaObject({ ...each.object, layout: joined(each.object.layout, access) }) };
  }
}

/** What was asked for is an object of its own. Whoever creates something owns it; what is in a database of our own was put there for a moment. */
function unasked(access: Access, { with: asked }: Reading): KeptAccess | undefined {
  const { owner, own, scratch, follows, grants, withheld } = access;
  if (scratch) return undefined;
  const kept: KeptAccess = {
    ...(asked.has('grants') && !asked.has('owners') && { holder: owner }),
    ...(!asked.has('owners') && !own && !follows && { owner }),
    ...(!asked.has('grants') && grants && { grants }),
    ...(!asked.has('grants') && withheld && { withheld }),
  };
  return Object.keys(kept).length > 0 ? kept : undefined;
}

function joined(layout: Json | undefined, access: KeptAccess): Json {
  return { ...(layout as Readonly<Record<string, Json>> | undefined), access: access as unknown as Json };
}

/** What one side of a change knows of it: on the way up the one that is there, on the way down the one that was. */
function accessIn({ from, to }: { readonly from: SchemaObject; readonly to: SchemaObject }): KeptAccess {
  const [before, after] = [from, to].map(({ layout }) => (layout as unknown as AccessLayout | undefined)?.access);
  return before ?? after ?? {};
}

/** What is to be said again of something that was created anew, or of columns that were. */
function restoring(change: Change, context: RenderContext): readonly string[] {
  if (context.fills) return [];
  if (change.verb === 'create') {
    const whole = context.change(change.address);
    const before =
      whole?.verb === 'replace'
        ? whole.from
        : ((whole?.verb === 'create' ? whole.lost : undefined) ?? formerly(change.address, context));
    // What is made new on the way down was there before.
    const known = accessIn({ from: before ?? change.to, to: change.to });
    return givingBack(change.to, asItBegins(known, change.to, context));
  }
  if (change.verb !== 'alter') return [];
  if (remakesType(change)) return givingBack(change.to, asItBegins(accessIn(change), change.to, context));
  const { grants = [] } = accessIn(change);
  const again = columnsMadeAgain(change);
  return changeGrants(
    change.address,
    [],
    grants.filter(({ column }) => column !== undefined && again.has(column)),
  );
}

/** Where privileges are asked for, what roles say by default is in the state that a plan begins with, and what is wanted in the one that it ends with. */
function asItBegins(access: KeptAccess, to: SchemaObject, { base, goal }: RenderContext): KeptAccess {
  const rules = rulesIn(base);
  if (rules.length === 0) return access;
  const wanted = goal.get(address(...accessAddress(to.address)))?.spec as AccessSpec | undefined;
  const beginning = beginningOf(rules, to, { ...wanted });
  return beginning ? { ...access, beginning } : access;
}

const usually: Beginning = { more: [], less: [], withheld: [] };

function givingBack(to: SchemaObject, { owner, grants, withheld, beginning = usually }: KeptAccess): readonly string[] {
  const at: Address = to.address;
  if (targetOf(at) === undefined) return [];
  const names = (to.spec as { readonly columns?: readonly { readonly name: string }[] }).columns?.map(
    ({ name }) => name,
  );
  const stands = ({ column }: Grant) => column === undefined || !names || names.includes(column);
  const usual = usualGrants(partsOf(at).kind).filter(
    (grant) => !beginning.less.some((each) => equalJson({ ...each }, { ...grant })),
  );
  const own = privilegesOfRoles(beginning.more).filter((privilege) => !withheld?.includes(privilege));
  return [
    ...(beginning.more.length > 0 ? changeGrants(at, beginning.more, []) : []),
    // Whoever makes it is its owner until it is given away, and may be one of those.
    ...changeWithheld(at, [...new Set([...beginning.withheld, ...own])], [], 'CURRENT_USER'),
    ...changeWithheld(at, [], withheld, 'CURRENT_USER'),
    ...(owner === undefined ? [] : [changeOwner(at, owner)]),
    ...(grantTarget(at) ? changeGrants(at, usual, grants?.filter(stands) ?? [...usual, ...beginning.less]) : []),
  ];
}

function privilegesOfRoles(grants: readonly Grant[]): readonly string[] {
  return grants.flatMap(({ to, privilege }) => (to === undefined ? [] : [privilege]));
}
