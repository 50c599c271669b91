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
} from '@sync/core';
import { endsBridge, fillsColumns, locksTable } from '../hazards.js';
import { fillFrom } from '../online/fill.js';
import { missingNoRows } from '../online/hidden-rows.js';
import { bridges } from '../read/parts/bridges.js';
import { readCatalogue } from '../read/read-catalogue.js';
import { shown } from '../text/qualified.js';
import { bridgeKindName } from './bridge/kind-name.js';
import { BridgeStatements } from './bridge/statements.js';
import { columnsInOrder, type TableSpec } from './table/spec.js';

type Bridge = SchemaObject<BridgeState>;
type Table = SchemaObject<TableSpec>;

/** What keeps an old column and those in its place in step, for as long as clients of both shapes write: two triggers with a function each, and the rows filled. */
export const bridgeKind = bridgeKindOf(bridgeKindName, {
  inspect: inspectBridges,
  create: createBridge,
  drop: dropBridge,
});

function createBridge(bridge: Bridge, context: RenderContext): readonly StepDraft[] {
  const table = tableOf(bridge, context.goal);
  const statements = new BridgeStatements(bridge, table);
  const what = `${bridgeText(bridge.spec)} of table ${shown(table)}`;
  const locked = locksTable(shown(table), 'SHARE ROW EXCLUSIVE');
  const fills = fillsColumns(shown(table), bridge.spec);
  const begin = {
    ...{ summary: `begin to keep ${what} in step`, sql: statements.create('1'), hazards: [locked] },
    apart: true as const,
  };
  if (bridge.spec.begun) return [begin];
  if (!context.isOnline(table.address)) {
    const sql = [...statements.create('1'), ...statements.fill(isBack(bridge, context)), ...statements.create('2')];
    return [{ summary: `keep ${what} in step`, sql, hazards: [fills, locked], ...missingNoRows(table) }];
  }
  // What old clients write comes to the new columns before these are filled, and all of it is there before anybody writes the other way.
  return [
    begin,
    ...fillOnline(bridge, table, statements, context).map((step, i) =>
      i === 0 ? { ...step, hazards: [fills] } : step,
    ),
    { summary: `keep ${what} in step`, sql: statements.create('2'), hazards: [locked], apart: true },
  ];
}

/** Whether the old column is one that this plan brings back. */
function isBack({ parent, spec }: Bridge, { base, origin }: RenderContext): boolean {
  const before = parent && (base.get(origin(parent)) as Table | undefined);
  return before !== undefined && !columnsInOrder(before).some(({ name }) => name === spec.column);
}

function fillOnline(bridge: Bridge, table: Table, statements: BridgeStatements, context: RenderContext) {
  const { spec } = bridge;
  const { news, old } = statements;
  const filled = (filling: Parameters<typeof fillFrom>[1]) => fillFrom(table, filling, context.goal);
  if (isBack(bridge, context)) {
    return [filled({ column: old, value: statements.back, where: () => `NOT (${statements.inStep()})` })];
  }
  const forth = news.map(({ name, as }) => ({
    ...{ column: name, value: as, gains: `${as} IS NOT NULL` },
    where: (of: string) => `${of}${name} IS NULL AND ${of}${old} IS NOT NULL`,
  }));
  const isEmpty = (of: string) => news.map(({ name }) => `${of}${name} IS NULL`).join(' AND ');
  const back = {
    ...{ column: old, value: `(${spec.back})`, gains: `(${spec.back}) IS NOT NULL` },
    where: (of: string) => `${of}${old} IS NULL AND NOT (${isEmpty(of)})`,
  };
  return [...forth, back].map(filled);
}

function dropBridge(bridge: Bridge, { base, goal }: RenderContext): StepDraft {
  const table = tableOf(bridge, base);
  const statements = new BridgeStatements(bridge, table);
  // One that was begun has not filled everything, and nobody relies on it yet.
  const isRelied = !goal.has(bridge.address) && !bridge.spec.begun;
  return {
    summary: `keep ${bridgeText(bridge.spec)} of table ${shown(table)} in step no more`,
    sql: [...(isRelied ? [statements.outOfStep()] : []), ...statements.drop()],
    hazards: [
      locksTable(shown(table), 'ACCESS EXCLUSIVE'),
      ...(isRelied ? [endsBridge(shown(table), bridge.spec)] : []),
    ],
    before: [{ verb: 'alter', address: table.address }],
    ...missingNoRows(table),
  };
}

function tableOf(bridge: Bridge, state: RenderContext['goal']): Table {
  const table = bridge.parent && state.get(bridge.parent);
  if (!table) throw new TypeError(`${bridge.address} has no table`);
  return table as Table;
}

async function* inspectBridges(reading: Reading): AsyncGenerator<Found<BridgeState>> {
  const catalogue = await readCatalogue(reading);
  for (const { relation, namespace, name, source, whole } of catalogue.rows(bridges)) {
    const spec = readBridgeMark(source);
    const parent = catalogue.addressOf('pg_class', relation);
    if (!spec || parent === undefined) continue;
    const { scope } = catalogue.placeOf(namespace);
    const state = { ...spec, ...(!whole && { begun: true as const }) };
    yield { scope, object: bridgeObject(bridgeKindName, { address: parent }, state, name) };
  }
}
