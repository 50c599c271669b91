import { address, partsOf } from '../model/address.js';
import { hashText } from '../model/hash.js';
import { type SchemaObject, schemaObject } from '../model/object.js';
import type { BridgeSpec } from './bridge.js';

/** What the names of all that keeps columns in step begin with. No other name of ours does. */
export const bridgePrefix = '_schema_sync_bridge_';

/** What keeps columns in step; `begun` where a run was stopped while it was made. */
export interface BridgeState extends BridgeSpec {
  readonly begun?: true;
}

/** The object of a kind that keeps columns of a table in step; what its triggers are called is told where they are there already. */
export function bridgeObject(
  kind: string,
  table: Pick<SchemaObject, 'address'>,
  spec: BridgeState,
  triggers?: string,
): SchemaObject<BridgeState> {
  const { parts } = partsOf(table.address);
  return schemaObject({
    kind,
    address: address(kind, ...parts, spec.column),
    name: spec.column,
    parent: table.address,
    spec,
    layout: { triggers: triggers ?? usualName(parts.at(-1) ?? '', spec.column) },
  });
}

/** What the triggers of a bridge, and their functions, are called, but for what each of them does. */
export function triggersOfBridge({ layout }: SchemaObject): string {
  return (layout as { readonly triggers: string }).triggers;
}

function usualName(table: string, column: string): string {
  return `${bridgePrefix}${hashText(JSON.stringify([table, column])).slice(0, 12)}`;
}
