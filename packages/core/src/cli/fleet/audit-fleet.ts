import { exitCodes } from '../../errors.js';
import { type Member, requireReachable } from '../../fleet/member.js';
import { counted } from '../../model/counted.js';
import { grouped } from '../../model/grouped.js';
import type { Invocation } from '../command.js';
import { document } from '../documents.js';
import { driftSince, unfinishedIn } from '../drift.js';
import { foldLine } from '../fold.js';
import { visible } from '../visible.js';
import { askEach } from './ask-each.js';
import { noteRetries } from './doors-of.js';
import { type FleetBench, openFleetBench } from './fleet-bench.js';
import { failedDocument } from './fleet-documents.js';
import { failedText, namesText } from './fleet-text.js';

/** What a tenant's database was found to be. */
export interface Audited {
  readonly member: Member;
  readonly server: string;
  readonly root: string;
  readonly objects: number;
  /** Absent where no run has come to its end. */
  readonly drifted?: boolean;
  /** The run that stands half way. */
  readonly unfinished?: string;
  readonly runs: number;
}

/** `audit` of tenants of a fleet: no connection can write, and no lock is taken. */
export async function auditFleet(invocation: Invocation): Promise<number> {
  const { command, flags, terminal } = invocation;
  const opened = await openFleetBench(invocation, { withGoal: false });
  const { fleet, bench, doors } = opened;
  const { found, failed } = await askEach(invocation, opened, (member) => auditMember(invocation, opened, member));
  bench.noteSelection();
  const { format, 'exit-code': exits } = flags as { readonly format?: string; readonly 'exit-code'?: boolean };
  if (format === 'json') {
    terminal.json(
      document(command, {
        fleet: fleet.name,
        tenants: found.map(({ member, ...facts }) => ({ tenant: member.tenant.id, database: member.label, ...facts })),
        failed: failed.map(failedDocument),
        retries: doors.retries,
      }),
    );
  } else {
    const view = {
      driver: bench.driver,
      paint: terminal.paint,
      columns: terminal.printColumns,
      verbose: flags.verbose,
    };
    const parts = [auditText(fleet.name, found, invocation), ...(failed.length > 0 ? [failedText(failed, view)] : [])];
    terminal.print(parts.join('\n\n'));
  }
  noteRetries(invocation, doors);
  if (exits && found.some(({ drifted }) => drifted)) return exitCodes.integrity;
  return failed.length > 0 ? exitCodes.partial : exitCodes.ok;
}

/** Reads what a tenant's database holds and remembers. */
export async function auditMember(
  { signal }: Invocation,
  { bench: { engine }, readingOf }: Pick<FleetBench, 'bench' | 'readingOf'>,
  member: Member,
): Promise<Audited> {
  requireReachable(member);
  const { inspection, history } = await engine.audit(member.tenant, { ...readingOf(member), signal });
  const { catalogue, server } = inspection;
  const drifted = driftSince(history, catalogue.root);
  const unfinished = unfinishedIn(history, member.tenant.id);
  return {
    member,
    server: `${server.product} ${server.version.join('.')}`,
    root: catalogue.root,
    objects: catalogue.size,
    ...(drifted !== undefined && { drifted }),
    ...(unfinished && { unfinished: unfinished.run }),
    runs: history.length,
  };
}

/** Those that hold the same together, and then those that somebody should look at. */
function auditText(name: string, found: readonly Audited[], { terminal, flags }: Invocation): string {
  const { paint, printColumns } = terminal;
  const states = grouped(found, ({ server, root }) => `${server} ${root}`);
  const names = (some: readonly Audited[]) =>
    namesText(
      some.map(({ member }) => member),
      flags.verbose,
    );
  const line = (text: string) => foldLine(text, printColumns);
  const told = (some: readonly Audited[], words: string) =>
    some.length > 0 ? [line(paint.yellow(`! ${counted(some.length, 'tenant')} ${words}: ${names(some)}`))] : [];
  const isUnfinished = ({ unfinished }: Audited) => unfinished !== undefined;
  return [
    `${paint.bold(`Fleet ${visible(name)}`)}: ${counted(found.length, 'tenant')}, ${counted(states.size, 'state')}`,
    ...[...states.values()]
      .sort((a, b) => b.length - a.length)
      .map((some) => line(`${counted(some.length, 'tenant')} · ${stateText(some[0])}: ${names(some)}`)),
    ...told(found.filter(isUnfinished), 'with a run that stands half way'),
    ...told(
      found.filter((each) => each.drifted && !isUnfinished(each)),
      'not as the last run left them',
    ),
    ...told(
      found.filter(({ runs }) => runs === 0),
      'where schema-sync has not run',
    ),
  ].join('\n');
}

function stateText(first: Audited | undefined): string {
  return first
    ? `${counted(first.objects, 'object')} · root ${first.root.slice(0, 12)} · ${visible(first.server)}`
    : '';
}
