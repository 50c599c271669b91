import type { Change } from '../contract/change.js';
import type { Server } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import type { RenderContext } from '../contract/kind.js';
import type { StepDraft } from '../contract/step.js';
import type { Difference } from '../diff/difference.js';
import { besides, nameAside } from '../diff/follow-renames.js';
import { kindOf } from '../diff/kinds.js';
import { SyncError } from '../errors.js';
import type { Address } from '../model/address.js';
import type { Catalogue } from '../model/catalogue.js';
import { type SchemaObject, schemaObject } from '../model/object.js';
import { renamesAside } from './asides.js';
import { keyOf, tearsDown } from './closure.js';
import type { GraphNode } from './graph.js';
import { dropsLeftAlone, isKept, lostWith } from './left-alone.js';
import { RenamedPlaces } from './renamed-places.js';
import { supplantersIn } from './supplanted.js';

/** One half of a change, rendered: what is taken down, what is built, what of that can run early or late, or what makes way under a name aside while names trade places. */
export interface PlanNode extends GraphNode {
  readonly half: 'teardown' | 'aside' | 'early' | 'build' | 'late';
  readonly change: Change;
  readonly drafts: readonly StepDraft[];
  /** Set where this takes down what lies in a renamed place once that has its new name: base address → address by then. */
  readonly called?: ReadonlyMap<Address, Address>;
}

/** Phases break ties, where no edge says otherwise. What is left alone comes back last: a view that lost what it reads would stop what is altered after it. */
const phases = { drop: 0, rename: 1, create: 2, alter: 2, kept: 3 } as const;

/** What rendering depends on beside the changes. */
export interface RenderOptions {
  /** What is taken down by itself even where its parent goes too. */
  readonly apart?: ReadonlySet<Address> | undefined;
  readonly isOnline?: RenderContext['isOnline'];
  readonly wear?: RenderContext['wear'];
  /** Whether what can run before or after the rest of its change is a node by itself. */
  readonly parts?: boolean;
  /** Whether an empty database is filled. */
  readonly fills?: boolean;
  /** Whether it leads back to a state that the database was in. */
  readonly isWayBack?: boolean;
}

/** Renders each change into the one or two nodes that it consists of. */
export function renderNodes(
  changes: readonly Change[],
  difference: Difference,
  driver: Driver,
  server: Server,
  {
    apart = new Set(),
    isOnline = () => false,
    wear = () => undefined,
    parts = false,
    fills = false,
    isWayBack = false,
  }: RenderOptions = {},
): readonly PlanNode[] {
  const byAddress = new Map<Address, Change>();
  for (const change of changes) if (change.verb !== 'rename') byAddress.set(keyOf(change, difference), change);
  const { base, goal } = difference.whole;
  const supplanters = supplantersIn(difference, driver);
  const context: RenderContext = {
    server,
    dialect: driver.dialect,
    base,
    goal,
    change: (address) => byAddress.get(address) ?? byAddress.get(difference.moved.get(address) ?? address),
    isKept: (address) => isKept(address, difference),
    moved: (address) => difference.moved.get(address) ?? address,
    isOnline,
    wear,
    fills,
    isWayBack,
    origin: (address) => originOf(address, difference),
    supplanter: (address) => supplanters.get(address),
  };
  const places = new RenamedPlaces(difference, driver);
  const after = places.takenDownAfter(changes);
  const takenDown = new Set(changes.flatMap((change) => (tearsDown(change) ? [change.from.address] : [])));
  const asides = renamesAside(changes, driver);
  return changes.flatMap((change) => {
    const aside = change.verb === 'rename' ? asides.get(change.id) : undefined;
    if (aside !== undefined && change.verb === 'rename') return detour(change, aside, driver, context);
    const nodes: PlanNode[] = [];
    const own = (object: SchemaObject) => apart.has(object.address) || !goesWithParent(object, takenDown, base);
    if (tearsDown(change) && own(change.from)) {
      const lost = lostWith(change.from, difference, apart);
      nodes.push(teardown(change, lost, driver, context, after.has(change.from.address) ? places : undefined));
    }
    if (change.verb !== 'drop') {
      const whole = build(change, driver, context, places);
      nodes.push(...(change.verb === 'rename' ? [whole] : inParts(whole, parts)));
    }
    return nodes;
  });
}

/** Where an object was in the base; where something else was called as a new one is, and goes elsewhere with its place, an address at which nothing ever is. */
function originOf(address: Address, { origins, moved, whole: { goal } }: Difference): Address {
  const isNew = moved.has(address) && !origins.has(address) && goal.has(address);
  return isNew ? besides(address, nameAside(0)) : (origins.get(address) ?? address);
}

/** Whether the teardown of an object is that of something it lies in. */
function goesWithParent(object: SchemaObject, takenDown: ReadonlySet<Address>, base: Catalogue): boolean {
  for (let parent = object.parent; parent; parent = base.get(parent)?.parent) {
    if (takenDown.has(parent)) return true;
  }
  return false;
}

function teardown(
  change: Extract<Change, { verb: 'drop' | 'replace' }>,
  lost: readonly SchemaObject[],
  driver: Driver,
  context: RenderContext,
  places: RenamedPlaces | undefined,
): PlanNode {
  const { address, id, kind } = change;
  const from = places?.called(change.from) ?? change.from;
  const single = { id, kind, address: places ? from.address : address, verb: 'drop', from } as const;
  const rendered = render(single, change, driver, places?.context(context) ?? context);
  const [first, ...rest] = places ? rendered.map((draft) => places.draft(draft)) : rendered;
  const hazards = [...lost.map((object) => dropsLeftAlone(object, driver)), ...(first?.hazards ?? [])];
  const drafts = first ? [{ ...first, hazards }, ...rest] : [];
  const node: PlanNode = { id: `${id} ↓`, phase: phases.drop, key: address, half: 'teardown', change, drafts };
  return places ? { ...node, called: places.moved } : node;
}

function build(
  change: Exclude<Change, { verb: 'drop' }>,
  driver: Driver,
  context: RenderContext,
  places: RenamedPlaces,
): PlanNode {
  const { id, kind, address } = change;
  const single =
    change.verb === 'replace'
      ? ({ id, kind, address, verb: 'create', to: change.to } as const)
      : change.verb === 'rename'
        ? { ...change, from: places.calledForRename(change.from) }
        : change;
  const drafts = render(single, change, driver, context);
  const phase = phases[context.isKept(address) ? 'kept' : single.verb];
  return { id: `${id} ↑`, phase, key: address, half: 'build', change, drafts };
}

/** What runs early, the rest, and what runs late: all that can, or what wishes to stand by itself. */
function inParts(node: PlanNode, all: boolean): readonly PlanNode[] {
  const early = node.drafts.filter((draft) => draft.early && (all || draft.preferBefore));
  const late = node.drafts.filter((draft) => draft.late && (all || draft.preferAfter));
  if (early.length + late.length === 0) return [node];
  const part = (half: 'early' | 'late', drafts: readonly StepDraft[]): readonly PlanNode[] =>
    drafts.length > 0 ? [{ ...node, id: `${node.change.id} ${half}`, half, drafts }] : [];
  const rest = { ...node, drafts: node.drafts.filter((draft) => !early.includes(draft) && !late.includes(draft)) };
  return [...part('early', early), rest, ...part('late', late)];
}

/** A rename by way of another name. What it means for clients is told once, but for what locks: each half takes that lock. */
function detour(
  change: Extract<Change, { verb: 'rename' }>,
  name: string,
  driver: Driver,
  context: RenderContext,
): readonly PlanNode[] {
  const { from, to, address: key } = change;
  const aside = schemaObject({ ...to, address: besides(to.address, name), name });
  const half = (source: SchemaObject, target: SchemaObject) =>
    render({ ...change, address: target.address, from: source, to: target }, change, driver, context);
  const hazards = half(from, to).flatMap((draft) => draft.hazards ?? []);
  const away = half(from, aside).map((draft) => ({
    ...draft,
    hazards: (draft.hazards ?? []).filter((hazard) => hazard.lock !== undefined),
  }));
  const back = half(aside, to).map((draft, i) => ({ ...draft, hazards: i === 0 ? hazards : [] }));
  return [
    { id: `${change.id} aside`, phase: phases.rename, key, half: 'aside', change, drafts: away },
    { id: `${change.id} ↑`, phase: phases.rename, key, half: 'build', change, drafts: back },
  ];
}

function render(
  single: Exclude<Change, { verb: 'replace' }>,
  whole: Change,
  driver: Driver,
  context: RenderContext,
): readonly StepDraft[] {
  const drafts = kindOf(driver, single.kind).render(single, context);
  if (!('impossible' in drafts)) return drafts;
  throw new SyncError({
    code: 'PLAN_IMPOSSIBLE',
    op: 'plan',
    message: `cannot ${whole.verb} ${whole.address}: ${drafts.impossible}`,
    ...(drafts.hint !== undefined && { hint: drafts.hint }),
    details: { change: whole.id, ...(drafts.lasts && { lasts: true }) },
  });
}
