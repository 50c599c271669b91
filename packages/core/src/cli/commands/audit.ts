import type { HistoryEntry } from '../../engine-types.js';
import { exitCodes } from '../../errors.js';
import { counted } from '../../model/counted.js';
import { defineCommand } from '../command.js';
import { document } from '../documents.js';
import { driftSince, unfinishedIn } from '../drift.js';
import { fleetFlags, formatFlag, readingFlags } from '../flags.js';
import { isFleetCall } from '../fleet/fleet-call.js';
import { openBench } from '../open-bench.js';
import type { Paint } from '../paint.js';
import { censusText } from '../render/catalogue-text.js';
import { unmanagedText } from '../render/difference-text.js';
import { historyText } from '../render/history-text.js';
import { visible } from '../visible.js';

export const audit = defineCommand({
  summary: 'report on a database without being able to write to it',
  description:
    'What the database holds, what is left alone, the runs it remembers, and whether it still is as the last run left it. The connection cannot write, and no lock is taken. Of tenants of a fleet those that hold the same are told together.',
  flags: {
    ...fleetFlags,
    ...formatFlag('text', 'json'),
    'exit-code': { type: 'switch', description: 'exit 3 when the database is not as the last run left it' },
    ...readingFlags,
  },
  examples: [
    ['audit --url URL', 'a report'],
    ['audit --all-tenants --exit-code', 'which tenants are not as the last run left them'],
  ],
  async run(invocation) {
    if (await isFleetCall(invocation)) return (await import('../fleet/audit-fleet.js')).auditFleet(invocation);
    const { command, flags, terminal } = invocation;
    const { bench } = await openBench(invocation, { target: true });
    const tenant = bench.tenant();
    const { inspection, history } = await bench.engine.audit(tenant, bench.reading);
    bench.noteSelection();
    const { catalogue, unmanaged, server } = inspection;
    const drifted = driftSince(history, catalogue.root);
    const unfinished = unfinishedIn(history, tenant.id);
    if (flags.format === 'json') {
      const facts = { product: server.product, version: server.version.join('.') };
      const drift = drifted === undefined ? {} : { drifted };
      terminal.json(
        document(command, {
          tenant: tenant.id,
          database: bench.label(),
          server: facts,
          root: catalogue.root,
          objects: catalogue.size,
          ...drift,
          ...(unfinished && { unfinished: unfinished.run }),
          unmanaged,
          runs: history,
        }),
      );
    } else {
      const { paint, printColumns: columns } = terminal;
      const parts = [
        `${paint.bold(visible(bench.label()))} ${paint.dim(`(${server.product} ${server.version.join('.')})`)}`,
        `${censusText(catalogue, bench.driver, paint)}\n${paint.dim(`root hash ${catalogue.root}`)}\n${driftText(drifted, unfinished, history.length > 0, paint)}`,
        ...(unmanaged.length > 0 ? [unmanagedText(unmanaged, bench.driver, paint, columns)] : []),
        `${paint.bold('Runs')}\n${historyText(history, paint, { verbose: flags.verbose, tenant: tenant.id })}`,
      ];
      terminal.print(parts.join('\n\n'));
    }
    return flags['exit-code'] && drifted ? exitCodes.integrity : exitCodes.ok;
  },
});

function driftText(
  drifted: boolean | undefined,
  unfinished: HistoryEntry | undefined,
  ran: boolean,
  paint: Paint,
): string {
  if (unfinished) return paint.yellow(unfinishedText(unfinished));
  if (drifted === undefined) return paint.dim(ran ? 'no run has come to its end here' : 'schema-sync has not run here');
  return drifted
    ? paint.yellow('! not as the last run left it: changed since, or read with other --with or --exclude')
    : paint.green('✓ as the last run left it');
}

/** What stands half way is no drift, and who reads this must know how to go on. */
function unfinishedText({ run, outcome, direction, steps }: HistoryEntry): string {
  const name = visible(run.slice(0, 8));
  const held = steps.filter((step) => step.outcome === 'done').length;
  const open = held < steps.length ? ' and one was under way' : '';
  const back = direction === 'down' ? ', which leads back,' : '';
  const state =
    outcome === 'running'
      ? `run ${name}${back} has not ended: it is under way, or its process died`
      : `run ${name}${back} did not come to its end (${outcome})`;
  return `! ${state}; ${counted(held, 'step')} held${open}. To go on from what is there: schema-sync sync, to the state that you want; the steps: schema-sync history --verbose`;
}
