import type { FleetRunRecord } from '../../fleet/run-record.js';
import type { Invocation } from '../command.js';
import { document } from '../documents.js';
import type { ControlStore } from './control-store.js';
import { shown } from './open-run.js';
import { fleetRunDocument, tenantsDocument } from './run-document.js';
import { runText } from './run-text.js';

/** Tells how a run of a fleet stands. */
export async function tellRun(
  { command, flags, terminal }: Invocation,
  { journal, label }: ControlStore,
  run: FleetRunRecord,
  alive: boolean,
): Promise<void> {
  const tenants = await journal.tenants(run.run);
  const seen = shown(run, alive);
  if ((flags as { readonly format?: string }).format === 'json') {
    terminal.json(document(command, { store: label, run: fleetRunDocument(seen), ...tenantsDocument(tenants) }));
    return;
  }
  const { paint, printColumns: columns } = terminal;
  terminal.print(runText(seen, tenants, { paint, columns, verbose: flags.verbose }));
}
