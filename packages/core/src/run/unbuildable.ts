import type { Connection } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import { asSyncError, type ErrorCode, type SyncError } from '../errors.js';
import type { Address } from '../model/address.js';
import type { Catalogue } from '../model/catalogue.js';
import { foldBatches } from '../plan/batch.js';
import { creationNodes } from '../plan/plan.js';
import { execute } from './execute.js';

const statementErrors: readonly ErrorCode[] = ['STATEMENT_FAILED', 'CHECK_FAILED', 'UNSUPPORTED'];

/** What speaks against statements; a lost connection or a cancelled proof says nothing about them. */
export const refutes: ReadonlySet<string> = new Set(statementErrors);

/** What speaks against building in scratch what the target has: others, who may do more, have made it there. */
export const refutesBase: ReadonlySet<string> = new Set<ErrorCode>([...statementErrors, 'PERMISSION_DENIED']);

/** Builds a state one object after the other, and tells which ones an empty database does not take, with the reason: they, and what stands on them. */
export async function unbuildable(
  state: Catalogue,
  { scratch, driver, signal }: { scratch: Connection; driver: Driver; signal: AbortSignal | undefined },
): Promise<ReadonlyMap<Address, SyncError>> {
  const lost = new Map<Address, SyncError>();
  for (const node of creationNodes(state, driver, scratch.server)) {
    const { address } = node.change;
    const object = state.get(address);
    const bases = [...(object?.parent ? [object.parent] : []), ...(object?.needs ?? [])];
    const cause = bases.map((base) => lost.get(base)).find((error) => error !== undefined);
    if (cause) lost.set(address, cause);
    else {
      const error = await refusal(() => executeAll(foldBatches([node], driver)));
      if (error) lost.set(address, error);
    }
  }
  return lost;

  async function executeAll(batches: ReturnType<typeof foldBatches>): Promise<void> {
    for (const batch of batches) await execute(scratch, batch, signal);
  }
}

async function refusal(work: () => Promise<void>): Promise<SyncError | undefined> {
  try {
    await work();
    return undefined;
  } catch (thrown) {
    const error = asSyncError(thrown, 'prove');
    if (refutesBase.has(error.code)) return error;
    throw error;
  }
}
