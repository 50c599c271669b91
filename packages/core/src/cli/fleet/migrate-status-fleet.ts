import { exitCodes } from '../../errors.js';
import { counted } from '../../model/counted.js';
import type { Invocation } from '../command.js';
import { document } from '../documents.js';
import { foldLine } from '../fold.js';
import { migrationsOf, standingText } from '../migrate-call.js';
import { visible } from '../visible.js';
import { noteRetries } from './doors-of.js';
import { openFleetBench } from './fleet-bench.js';
import { failedDocument } from './fleet-documents.js';
import { failedText, fleetHead, namesText } from './fleet-text.js';
import { readStandings, type StandingClass, standingClassDocument } from './standing-fleet.js';

/** `migrate status` of tenants of a fleet: those whose migrations stand alike are told together. */
export async function migrateStatusFleet(invocation: Invocation): Promise<number> {
  const { command, flags, terminal } = invocation;
  const migrations = await migrationsOf(invocation);
  const opened = await openFleetBench(invocation, { withGoal: false });
  const { fleet, bench, doors } = opened;
  const found = await readStandings(invocation, opened, migrations);
  const { classes, failed } = found;
  const { layout, folder } = migrations;
  const { format, 'exit-code': exits } = flags as { readonly format?: string; readonly 'exit-code'?: boolean };
  if (format === 'json') {
    terminal.json(
      document(command, {
        ...{ fleet: fleet.name, layout: layout.name, table: layout.table.name },
        classes: classes.map(standingClassDocument),
        failed: failed.map(failedDocument),
        retries: doors.retries,
      }),
    );
  } else {
    const { paint, printColumns: columns } = terminal;
    const { verbose } = flags;
    const parts = classes.map((each) => {
      const { members, scripts } = each;
      const sign = isWhole(each) ? paint.green('✓') : paint.yellow('≠');
      const head = `${sign} ${counted(members.length, 'tenant')}: ${namesText(members, verbose)}`;
      return `${foldLine(head, columns)}\n${standingText(scripts, paint)}`;
    });
    const head = `${fleetHead(fleet.name, found, paint)} · ${layout.tool} in ${visible(folder)}`;
    const view = { driver: bench.driver, paint, columns, verbose };
    terminal.print([head, ...parts, ...(failed.length > 0 ? [failedText(failed, view)] : [])].join('\n\n'));
  }
  noteRetries(invocation, doors);
  if (exits && !classes.every(isWhole)) return exitCodes.integrity;
  return failed.length > 0 ? exitCodes.partial : exitCodes.ok;
}

function isWhole({ scripts }: StandingClass): boolean {
  return scripts.every(({ state }) => state === 'applied');
}
