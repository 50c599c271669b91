import {
  address,
  type BridgeState,
  bridgeKindOf,
  bridgeObject,
  bridgeText,
  type Found,
  type ObjectKind,
  type Reading,
  type RenderContext,
  readBridgeMark,
  type SchemaObject,
  type StepDraft,
} from '@sync/core';
import type { Flavour } from '../flavour.js';
import { endsBridge, fillsColumns } from '../hazards.js';
import { lexisWith } from '../lexis.js';
import { fillInPlace } from '../online/fill-in-place.js';
import { readCatalogue } from '../read/read-catalogue.js';
import { foldMember } from '../text/names.js';
import { bridgeKindName, isOfBridge } from './bridge/names.js';
import { BridgeStatements } from './bridge/statements.js';
import type { TableSpec } from './table/spec.js';

type Bridge = SchemaObject<BridgeState>;
type Table = SchemaObject<TableSpec>;

/** What keeps an old column and those in its place in step, for as long as clients of both shapes write: four triggers, and the rows filled. */
export function bridgeKind(flavour: Flavour): ObjectKind<BridgeState> {
  return bridgeKindOf(bridgeKindName, {
    inspect: (reading) => inspectBridges(reading, flavour),
    create: (bridge, context) => createBridge(bridge, context, flavour),
    drop: (bridge, context) => dropBridge(bridge, context, flavour),
  });
}

/** What old clients write comes to the new columns before these are filled, and all of it is there before anybody writes the other way. */
function createBridge(bridge: Bridge, context: RenderContext, flavour: Flavour): readonly StepDraft[] {
  const table = tableOf(bridge, context.goal);
  const statements = new BridgeStatements(bridge, table, lexisWith(flavour.executedComments));
  const isAgain = isBack(bridge, context);
  const rounds = context.isOnline(table.address)
    ? fillInPlace(table, statements.fillings(isAgain), flavour)
    : undefined;
  const what = `${bridgeText(bridge.spec)} of table ${table.name}`;
  const begin = { summary: `begin to keep ${what} in step`, sql: statements.create('forth'), atomic: false };
  if (bridge.spec.begun) return [begin];
  return [
    begin,
    {
      summary: `fill ${what}`,
      ...(rounds ?? { sql: statements.fill(isAgain) }),
      hazards: [fillsColumns(table.name, bridge.spec)],
    },
    { summary: `keep ${what} in step`, sql: statements.create('back'), atomic: false },
  ];
}

/** Whether the old column is one that this plan brings back. */
function isBack({ parent, spec }: Bridge, { base, origin }: RenderContext): boolean {
  const before = parent && (base.get(origin(parent)) as Table | undefined);
  const old = foldMember(spec.column);
  return before !== undefined && !before.spec.columns.some(({ name }) => foldMember(name) === old);
}

function dropBridge(bridge: Bridge, { base, goal }: RenderContext, flavour: Flavour): StepDraft {
  const table = tableOf(bridge, base);
  const statements = new BridgeStatements(bridge, table, lexisWith(flavour.executedComments));
  // One that was begun has not filled everything, and nobody relies on it yet.
  const isRelied = !goal.has(bridge.address) && !bridge.spec.begun;
  return {
    summary: `keep ${bridgeText(bridge.spec)} of table ${table.name} in step no more`,
    sql: [...(isRelied ? [statements.outOfStep()] : []), ...statements.drop()],
    hazards: isRelied ? [endsBridge(table.name, bridge.spec)] : [],
    atomic: false,
    before: [{ verb: 'alter', address: table.address }],
  };
}

function tableOf(bridge: Bridge, state: RenderContext['goal']): Table {
  const table = bridge.parent && state.get(bridge.parent);
  if (!table) throw new TypeError(`${bridge.address} has no table`);
  return table as Table;
}

async function* inspectBridges(reading: Reading, flavour: Flavour): AsyncGenerator<Found<BridgeState>> {
  const catalogue = await readCatalogue(reading, flavour);
  const [scope] = reading.scopes;
  if (!scope) return;
  const ours = catalogue.rows('triggers').filter(({ name }) => isOfBridge(name));
  const there = new Set(ours.map(({ name }) => name));
  for (const { name, table, body } of ours) {
    const spec = name.endsWith('_1') ? readBridgeMark(body) : undefined;
    if (!spec) continue;
    const triggers = name.slice(0, -2);
    const state = { ...spec, ...(!there.has(`${triggers}_4`) && { begun: true as const }) };
    yield { scope, object: bridgeObject(bridgeKindName, { address: address('table', table) }, state, triggers) };
  }
}
