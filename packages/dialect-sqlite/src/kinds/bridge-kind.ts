import {
  type BridgeState,
  bridgeKindOf,
  bridgeObject,
  bridgeText,
  type Found,
  type Reading,
  type RenderContext,
  readBridgeMark,
  type SchemaObject,
  type StepDraft,
  triggersOfBridge,
} from '@sync/core';
import { endsBridge, fillsColumns } from '../hazards.js';
import { readSchema } from '../read/schema.js';
import { foldName, quoteName } from '../text/names.js';
import { bridgeKindName } from './bridge/kind-name.js';
import { BridgeStatements } from './bridge/triggers.js';
import { survivesChange } from './survival.js';

/** What keeps an old column and those in its place in step, for as long as clients of both shapes write: three triggers, and the rows filled. */
export const bridgeKind = bridgeKindOf(bridgeKindName, {
  inspect: inspectBridges,
  survives: survivesChange,
  create: createBridge,
  drop: dropBridge,
});

function createBridge(bridge: SchemaObject<BridgeState>, { base, goal, origin }: RenderContext): readonly StepDraft[] {
  const statements = new BridgeStatements(bridge, bridge.parent && goal.get(bridge.parent));
  const table = (bridge.parent && goal.get(bridge.parent)?.name) ?? '';
  const before = bridge.parent && base.get(origin(bridge.parent));
  // A new table holds no row, and a row of it could not be written yet where one of its foreign keys leads to a table that comes later.
  return [
    {
      summary: `keep ${bridgeText(bridge.spec)} of ${table} in step`,
      sql: [...(before ? statements.fill(before) : []), ...statements.create()],
      hazards: before ? [fillsColumns(table, bridge.spec)] : [],
    },
  ];
}

function dropBridge(bridge: SchemaObject<BridgeState>, { base, goal }: RenderContext): StepDraft {
  const table = bridge.parent && base.get(bridge.parent);
  const statements = new BridgeStatements(bridge, table);
  const isBack = goal.has(bridge.address);
  return {
    summary: `keep ${bridgeText(bridge.spec)} of ${table?.name ?? ''} in step no more`,
    sql: [
      ...(isBack ? [] : [statements.outOfStep()]),
      ...['1', '2', '3'].map((part) => ({ text: `DROP TRIGGER ${quoteName(`${triggersOfBridge(bridge)}_${part}`)}` })),
    ],
    hazards: isBack ? [] : [endsBridge(table?.name ?? '', bridge.spec)],
    ...(bridge.parent && { before: [{ verb: 'alter', address: bridge.parent }] }),
  };
}

async function* inspectBridges(reading: Reading): AsyncGenerator<Found<BridgeState>> {
  const [scope] = reading.scopes;
  if (!scope) return;
  const schema = await readSchema(reading);
  for (const { name, on, sql } of schema.bridges) {
    const spec = readBridgeMark(sql ?? '');
    const parent = schema.relation(foldName(on));
    if (spec && parent)
      yield { scope, object: bridgeObject(bridgeKindName, { address: parent }, spec, name.replace(/_3$/, '')) };
  }
}
