import { address, type BridgeSpec, hashText, partsOf, type SchemaObject, schemaObject } from '@sync/core';

/** The kind of what keeps columns in step. */
export const bridgeKindName = 'mysql/bridge';

/** What keeps columns in step; `begun` where a run was stopped while it was made. */
export interface BridgeState extends BridgeSpec {
  readonly begun?: true;
}

/** The object that keeps columns of a table in step. */
export function bridgeObject(
  table: Pick<SchemaObject, 'address'>,
  spec: BridgeState,
  triggers?: string,
): SchemaObject<BridgeState> {
  const { parts } = partsOf(table.address);
  return schemaObject({
    kind: bridgeKindName,
    address: address(bridgeKindName, ...parts, spec.column),
    name: spec.column,
    parent: table.address,
    spec,
    layout: { triggers: triggers ?? usualName(parts.at(-1) ?? '', spec.column) },
  });
}

/** What the triggers of a bridge are called, but for what each of them does. */
export function triggersOf({ layout }: SchemaObject): string {
  return (layout as { readonly triggers: string }).triggers;
}

const ours = /^_schema_sync_bridge_[0-9a-f]+_[1-4]$/;

/** Whether a trigger is of what keeps columns in step. */
export const isOfBridge = (name: string) => ours.test(name);

function usualName(table: string, column: string): string {
  return `_schema_sync_bridge_${hashText(JSON.stringify([table, column])).slice(0, 12)}`;
}
