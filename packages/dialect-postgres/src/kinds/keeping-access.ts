import {
  type Address,
  type Change,
  type Delta,
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
import { changeGrants, changeOwner, grantTarget, usualGrants } from './access/grants.js';
import { type Access, readAccess } from './access/read.js';
import type { AccessSpec, Grant } from './access/spec.js';
import { hasOwner, targetOf } from './comment/target.js';
import { columnChanges } from './table/table-delta.js';
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
    render(change, context) {
      const drafts = kind.render(change, context);
      if ('impossible' in drafts) return drafts;
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

interface AccessLayout {
  readonly access?: AccessSpec;
}

async function* withAccess<S>(
  found: AsyncIterable<Found<S>> | Iterable<Found<S>>,
  reading: Reading,
): AsyncGenerator<Found<S>> {
  const all = await readAccess(reading);
  for await (const each of found) {
    const known = 'object' in each ? all.get(each.scope)?.get(each.object.address) : undefined;
    const access = known && unasked(known, reading);
    if (!('object' in each) || !access) yield each;
    else yield { ...each, object: schemaObject({ ...each.object, layout: joined(each.object.layout, access) }) };
  }
}

/** What was asked for is an object of its own. Whoever creates something owns it, and what a desired state grants unasked is granted to nobody. */
function unasked(access: Access, { with: asked }: Reading): AccessSpec | undefined {
  const { owner, own, scratch, follows, grants } = access;
  if (scratch) return undefined;
  const kept: AccessSpec = {
    ...(!asked.has('owners') && !own && !follows && { owner }),
    ...(!asked.has('grants') && grants && { grants }),
  };
  return Object.keys(kept).length > 0 ? kept : undefined;
}

function joined(layout: Json | undefined, { owner, grants }: AccessSpec): Json {
  const access = {
    ...(owner !== undefined && { owner }),
    ...(grants && { grants: grants.map((grant) => ({ ...grant })) }),
  };
  return { ...(layout as Readonly<Record<string, Json>> | undefined), access };
}

/** What one side of a change knows of it: on the way up the one that is there, on the way down the one that was. */
function accessIn({ from, to }: { readonly from: SchemaObject; readonly to: SchemaObject }): AccessSpec {
  const [before, after] = [from, to].map(({ layout }) => (layout as unknown as AccessLayout | undefined)?.access);
  return before ?? after ?? {};
}

/** What is to be said again of something that was created anew, or of columns that were. */
function restoring(change: Change, context: RenderContext): readonly string[] {
  if (change.verb === 'create') {
    const whole = context.change(change.address);
    if (whole?.verb === 'replace') return givingBack(change.to, accessIn(whole));
    const lost = whole?.verb === 'create' ? whole.lost : undefined;
    return lost ? givingBack(change.to, accessIn({ from: lost, to: change.to })) : [];
  }
  if (change.verb !== 'alter') return [];
  if (remakesType(change)) return givingBack(change.to, accessIn(change));
  const { grants = [] } = accessIn(change);
  const columns = columnChanges(change);
  const named = (type: Delta['type']) =>
    new Set(columns.flatMap(({ delta }) => (delta.type === type ? [delta.path[1] ?? ''] : [])));
  const [dropped, added] = [named('drop-column'), named('add-column')];
  const lost = grants.filter(({ column = '' }) => dropped.has(column) && added.has(column));
  return changeGrants(change.address, [], lost);
}

function givingBack(to: SchemaObject, { owner, grants }: AccessSpec): readonly string[] {
  const at: Address = to.address;
  if (targetOf(at) === undefined) return [];
  const names = (to.spec as { readonly columns?: readonly { readonly name: string }[] }).columns?.map(
    ({ name }) => name,
  );
  const stands = ({ column }: Grant) => column === undefined || !names || names.includes(column);
  return [
    ...(owner === undefined ? [] : [changeOwner(at, owner)]),
    ...(grants && grantTarget(at) ? changeGrants(at, usualGrants(partsOf(at).kind), grants.filter(stands)) : []),
  ];
}
