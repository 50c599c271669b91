import {
  type Address,
  address,
  type Catalogue,
  type Delta,
  equalJson,
  type Found,
  type Hazard,
  type Json,
  type ObjectKind,
  partsOf,
  type Reading,
  type Rename,
  type RenderContext,
  type SchemaObject,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import { changesOwner, changesPrivileges } from '../hazards.js';
import { quoteName } from '../text/names.js';
import { titled } from '../text/qualified.js';
import { accessAddress } from './access/beginning.js';
import { formerly } from './access/counterpart.js';
import {
  changeGrants,
  changeOwner,
  changeWithheld,
  describeGrant,
  describeWithheld,
  grantTarget,
  mayGive,
  sortedGrants,
  usualGrants,
} from './access/grants.js';
import { holderOf, keptOwner } from './access/kept-access.js';
import { type PassedOn, passedOnIn } from './access/passed-on.js';
import { publicSchema, readAccess } from './access/read.js';
import type { AccessSpec, Grant } from './access/spec.js';
import { comesBack } from './comes-back.js';
import { targetOf } from './comment/target.js';
import { isNew } from './is-new.js';
import { renamesColumnOf, staysOnParent } from './stays-on-parent.js';
import { columnChanges } from './table/table-delta.js';
import { remakesType } from './type/remakes-type.js';

type AccessObject = SchemaObject<AccessSpec>;

/** Owners and privileges, where `owners` or `grants` are asked for: an object in what it is about, so that it goes, moves and comes back with that. */
export const accessKind: ObjectKind<AccessSpec> = {
  kind: 'postgres/access',
  title: 'access',
  inspect: inspectAccess,
  compare(from, to) {
    const [before, after] = [from, to].map((access) => [
      ...grantsOf(access).map(describeGrant),
      ...describeWithheld(access.spec.withheld),
    ]);
    const owner: Delta = {
      type: 'change-owner',
      path: ['owner'],
      from: from.spec.owner ?? null,
      to: to.spec.owner ?? null,
    };
    const grants: Delta = { type: 'change-grants', path: ['grants'], from: before ?? null, to: after ?? null };
    return [...(from.spec.owner === to.spec.owner ? [] : [owner]), ...(equalJson(before, after) ? [] : [grants])];
  },
  survives(access, change, { origin }) {
    return staysOnParent(access, change, origin, access.spec.grants?.flatMap(({ column }) => column ?? []) ?? []);
  },
  settle: withoutOwner,
  follow: followInAccess,
  absence: 'access',
  render(change, context) {
    switch (change.verb) {
      case 'create':
        return [createStep(change.to, context)];
      case 'drop':
        if (comesBack(change.from, context)) return [];
        return [
          step(
            change.from,
            [
              ...changeWithheld(onOf(change.from), change.from.spec.withheld),
              ...changeGrants(
                onOf(change.from),
                grantsOf(change.from),
                startOf(change.from, context),
                passedOnIn(change.from),
              ),
            ],
            undefined,
            context,
          ),
        ];
      case 'alter': {
        const { from, to } = change;
        const owner = from.spec.owner === to.spec.owner ? undefined : to.spec.owner;
        const name = to.spec.owner === undefined ? undefined : quoteName(to.spec.owner);
        // What was granted to the new owner is among the owner's rights by then: to revoke it would take these.
        const isLeft = (grant: Grant) => owner === undefined || grant.to !== owner || grant.column !== undefined;
        const grants = [
          ...changeWithheld(onOf(to), from.spec.withheld, to.spec.withheld, name),
          ...changeGrants(
            onOf(to),
            grantsOf(from).filter(isLeft),
            grantsOf(to),
            passedOnIn(from).filter(({ by }) => by !== owner),
          ),
        ];
        return [step(to, grants, owner, context)];
      }
      case 'rename':
        return { impossible: 'who may do what has no name of its own' };
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec: { owner, grants = [], withheld } }) => ({
    head: [
      ...(owner === undefined ? [] : [`owner ${owner}`]),
      ...grants.map(describeGrant),
      ...describeWithheld(withheld),
    ].join(', '),
  }),
};

function onOf(access: SchemaObject): Address {
  return access.parent ?? publicSchema;
}

function usualOf(access: SchemaObject): readonly Grant[] {
  return usualGrants(partsOf(onOf(access)).kind);
}

/** What a thing comes with; the schema public comes with the database, and up to 14 everybody may create something in it. */
function startOf(access: SchemaObject, { server }: RenderContext): readonly Grant[] {
  if (access.parent !== undefined) return usualOf(access);
  const isOpen = !server.features.has('closed-public-schema');
  return [...(isOpen ? [{ privilege: 'CREATE' }] : []), { privilege: 'USAGE' }];
}

function grantsOf(access: AccessObject): readonly Grant[] {
  return access.spec.grants ?? usualOf(access);
}

const relationKinds: ReadonlySet<string> = new Set(['table', 'view', 'postgres/materialized-view', 'sequence']);

function step(
  access: AccessObject,
  grants: readonly string[],
  owner: string | undefined,
  { fills }: RenderContext,
  isPutBack = false,
): StepDraft {
  const on = onOf(access);
  const title = titled(on);
  const hazards: readonly Hazard[] = [
    ...(owner === undefined ? [] : [changesOwner(title, owner, relationKinds.has(partsOf(on).kind))]),
    ...(grants.length > 0 ? [changesPrivileges(title)] : []),
  ];
  return {
    summary: `set who may use ${title}`,
    sql: [
      // What the server makes may have that owner already, which it lets anybody say.
      ...(owner === undefined || fills ? [] : [mayGive(title, owner)]),
      ...(owner === undefined ? [] : [{ text: changeOwner(on, owner) }]),
      ...grants.map((text) => ({ text })),
    ],
    hazards: isPutBack ? [] : hazards,
  };
}

/** On what is new nobody loses or gets anything that was there; on what was made again, all is as it was. */
function createStep(access: AccessObject, context: RenderContext): StepDraft {
  const change = context.change(access.address);
  const from = change?.verb === 'replace' ? (change.from as AccessObject) : undefined;
  const on = context.change(onOf(access));
  const isMadeAgain = isNew(access.parent, context) || (on !== undefined && remakesType(on));
  const before = isMadeAgain || !from ? startOf(access, context) : leftOf(from, on);
  const isPutBack =
    on?.verb === 'create' ? isAsBefore(access, context) : from !== undefined && equalJson(plain(from), plain(access));
  const owner = isMadeAgain || !from || from.spec.owner !== access.spec.owner ? access.spec.owner : undefined;
  const maker = isMadeAgain ? makerOf(access, context) : undefined;
  const name = access.spec.owner === undefined ? maker : quoteName(access.spec.owner);
  const withheld = isMadeAgain ? undefined : from?.spec.withheld;
  const grants = [
    ...changeWithheld(onOf(access), withheld, access.spec.withheld, name),
    ...changeGrants(onOf(access), before, grantsOf(access), isMadeAgain || !from ? [] : passedOnIn(from)),
  ];
  return step(access, grants, owner, context, isPutBack);
}

/** Whether what is of another kind now is for the same people; on what was not there before nobody had anything. */
function isAsBefore(access: AccessObject, context: RenderContext): boolean {
  const old = formerly(onOf(access), context);
  if (!old) return true;
  const had = context.base.get(address(...accessAddress(old.address))) as AccessObject | undefined;
  const usual = [null, ...usualGrants(old.kind).map(describeGrant)];
  return equalJson(had ? plain(had) : usual, plain(access));
}

/** Who owns what was just made. */
function makerOf({ parent = publicSchema }: AccessObject, { base, goal, origin, fills }: RenderContext): string {
  const owner = fills ? undefined : (keptOwner(base.get(origin(parent))) ?? keptOwner(goal.get(parent)));
  return owner === undefined ? 'CURRENT_USER' : quoteName(owner);
}

function plain(access: AccessObject): readonly (string | null)[] {
  const { owner, withheld } = access.spec;
  return [owner ?? null, ...grantsOf(access).map(describeGrant), ...describeWithheld(withheld)];
}

/** What is left of the grants once columns were dropped. */
function leftOf(from: AccessObject, change: Parameters<typeof columnChanges>[0] | undefined): readonly Grant[] {
  const dropped = new Set(
    change ? columnChanges(change).flatMap(({ column, delta }) => (delta.type === 'drop-column' ? [column] : [])) : [],
  );
  return grantsOf(from).filter(({ column }) => column === undefined || !dropped.has(column));
}

/** What is granted to a role that owns the thing in this database is had already: a desired state was built by another owner. */
function withoutOwner(access: AccessObject, base: Catalogue): AccessObject | undefined {
  const { grants, owner, withheld } = access.spec;
  const holder = access.parent === undefined ? undefined : holderOf(base.get(access.parent));
  if (holder === undefined || owner !== undefined || !grants?.some(({ to }) => to === holder)) return access;
  const others = grants.filter(({ to }) => to !== holder);
  const isUsual = equalJson(others.map(describeGrant), usualOf(access).map(describeGrant));
  if (isUsual && !withheld) return undefined;
  return schemaObject({ ...access, spec: { ...(withheld && { withheld }), ...(!isUsual && { grants: others }) } });
}

function followInAccess(access: AccessObject, rename: Rename): AccessObject {
  const { grants } = access.spec;
  if (!grants || !renamesColumnOf(access, rename)) return access;
  const renamed = <G extends Grant>(all: readonly G[]) =>
    all.map((grant) => (grant.column === rename.from ? { ...grant, column: rename.to } : grant));
  return schemaObject({
    ...access,
    spec: { ...access.spec, grants: sortedGrants(renamed(grants)) },
    ...passing(renamed(passedOnIn(access))),
  });
}

function passing(passedOn: readonly PassedOn[]): { readonly layout?: Json } {
  return passedOn.length === 0 ? {} : { layout: { passedOn: passedOn.map((each) => ({ ...each })) } };
}

async function* inspectAccess(reading: Reading): AsyncGenerator<Found<AccessSpec>> {
  const [owners, grants] = [reading.with.has('owners'), reading.with.has('grants')];
  if (!owners && !grants) return;
  for (const [scope, own] of await readAccess(reading)) {
    for (const [on, access] of own) {
      if (targetOf(on) === undefined) continue;
      const spec: AccessSpec = {
        ...(owners && !access.follows && { owner: access.owner }),
        ...(grants && access.grants && grantTarget(on) !== undefined && { grants: access.grants }),
        ...(grants && access.withheld && { withheld: access.withheld }),
      };
      if (Object.keys(spec).length === 0) continue;
      const { kind, parts } = partsOf(on);
      const at = address('postgres/access', ...parts, kind);
      const object = schemaObject<AccessSpec>({
        kind: 'postgres/access',
        address: at,
        name: kind,
        ...(on !== publicSchema && { parent: on }),
        spec,
        ...(spec.grants && access.above.length > 0 && { needs: access.above }),
        ...(spec.grants && passing(access.passedOn ?? [])),
      });
      yield { scope, object };
    }
  }
}
