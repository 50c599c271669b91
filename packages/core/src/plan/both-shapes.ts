import type { ServeContext, Succession } from '../contract/bridge.js';
import type { RenameHint } from '../contract/change.js';
import type { Server } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import type { Difference } from '../diff/difference.js';
import { kindOf } from '../diff/kinds.js';
import { SyncError } from '../errors.js';
import type { Address } from '../model/address.js';
import { type Catalogue, createCatalogue } from '../model/catalogue.js';
import { equalJson } from '../model/json.js';
import type { SchemaObject } from '../model/object.js';
import { successionsIn } from './successions.js';

/** What finding a shape for two states may look at beside their difference. */
export interface ExpandOptions {
  readonly driver: Driver;
  readonly server: Server;
  /** What is declared of columns that others come in the place of, without being called otherwise. */
  readonly derived: readonly RenameHint[];
}

/** The state that serves clients of both ends of a difference at once: what `--phase expand` leads to. Replaceable through `createEngine`. */
export type Expander = (difference: Difference, options: ExpandOptions) => Catalogue;

/** The default: object by object, as the kinds know. What they cannot serve is refused, all of it together. */
export const bothShapes: Expander = (difference, { driver, server, derived }) => {
  const { base, goal, origins, moved } = difference;
  const successions = successionsIn(difference, derived, driver);
  const refused: Refused[] = [];
  const found = new Map<Address, SchemaObject>();
  const serve = (from: SchemaObject | undefined, to: SchemaObject | undefined, own: readonly Succession[]) => {
    const [object, ...beside] = servedBy(from, to, { server, base, goal, successions: own }, driver, refused);
    for (const each of [...(object ? [object] : []), ...beside]) found.set(each.address, each);
  };
  for (const from of base) {
    const to = goal.get(moved.get(from.address) ?? from.address);
    serve(from, to, successions.get(to?.address ?? from.address) ?? []);
  }
  for (const to of goal) {
    if (!base.has(to.address) && !origins.has(to.address)) serve(undefined, to, []);
  }
  if (refused.length > 0) throw cannotServe(refused);
  return createCatalogue(standing(found, difference));
};

interface Refused {
  readonly of: Address;
  readonly because: string;
  readonly hint?: string;
}

function servedBy(
  from: SchemaObject | undefined,
  to: SchemaObject | undefined,
  context: ServeContext,
  driver: Driver,
  refused: Refused[],
): readonly [SchemaObject | undefined, ...SchemaObject[]] {
  const kind = kindOf(driver, (from ?? to)?.kind ?? '');
  // What has another name is there under one of them alone, whatever else is as it was.
  const isSame =
    from && to && from.address === to.address && equalJson(from.spec, to.spec) && equalJson(from.extras, to.extras);
  if ((isSame && context.successions.length === 0) || !kind.serveBoth) return [from ?? to];
  const served = kind.serveBoth(from, to, context);
  if ('impossible' in served) {
    const of = (from ?? to)?.address;
    if (of) refused.push({ of, because: served.impossible, ...(served.hint !== undefined && { hint: served.hint }) });
    return [from];
  }
  return [served.object, ...(served.beside ?? [])];
}

/** Of what is new, what stands on nothing that comes only later. */
function standing(found: ReadonlyMap<Address, SchemaObject>, { base, goal }: Difference): Iterable<SchemaObject> {
  const left = new Map(found);
  const isLacking = (address: Address) => !left.has(address) && (goal.has(address) || base.has(address));
  for (let isSettled = false; !isSettled; ) {
    const early = [...left.values()].filter(
      ({ address, parent, needs }) => !base.has(address) && [...needs, ...(parent ? [parent] : [])].some(isLacking),
    );
    for (const { address } of early) left.delete(address);
    isSettled = early.length === 0;
  }
  return left.values();
}

function cannotServe(refused: readonly Refused[]): SyncError {
  const [first] = refused;
  const told = refused.map(({ of, because }) => `${of}: ${because}`);
  return new SyncError({
    code: 'PLAN_IMPOSSIBLE',
    op: 'plan',
    message: `no state serves clients of both shapes: ${told.join('; ')}`,
    hint: first?.hint ?? 'Make this change in a plan without phases, or bring it about in several deployments.',
    details: { objects: refused.map(({ of }) => of) },
  });
}
