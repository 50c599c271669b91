import { address, type BridgeSpec, hashText, partsOf, type SchemaObject, schemaObject } from '@sync/core';
import { bridgeKindName } from './kind-name.js';

interface BridgeLayout {
  /** What its triggers are called, but for what each of them does. */
  readonly triggers: string;
}

/** The object that keeps columns of a table in step. */
export function bridgeObject(
  table: Pick<SchemaObject, 'address'>,
  spec: BridgeSpec,
  triggers?: string,
): SchemaObject<BridgeSpec> {
  const [of = ''] = partsOf(table.address).parts;
  return schemaObject({
    kind: bridgeKindName,
    address: address(bridgeKindName, of, spec.column),
    name: spec.column,
    parent: table.address,
    spec,
    layout: { triggers: triggers ?? usualName(of, spec.column) },
  });
}

/** What the triggers of a bridge are called, but for what each of them does. */
export function triggersOf({ layout }: SchemaObject): string {
  return (layout as unknown as BridgeLayout).triggers;
}

function usualName(table: string, column: string): string {
  return `_schema_sync_bridge_${hashText(JSON.stringify([table, column])).slice(0, 12)}`;
}
