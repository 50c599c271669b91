import type { DriftFound } from '../../engine-types.js';
import { asSyncError, exitCodes, throwIfAborted } from '../../errors.js';
import { inParallel } from '../../fleet/in-parallel.js';
import type { Member } from '../../fleet/member.js';
import type { FailedTenant } from '../../fleet/survey.js';
import { counted } from '../../model/counted.js';
import { grouped } from '../../model/grouped.js';
import { confirm } from '../ask.js';
import type { Invocation } from '../command.js';
import { document } from '../documents.js';
import { leftState, noteAdopted, noWayBack, readingOf } from '../drift-answer.js';
import { driftDocument } from '../drift-document.js';
import { foldLine } from '../fold.js';
import { driftFoundText } from '../render/drift-found-text.js';
import type { Traced } from '../render/trace-text.js';
import { visible } from '../visible.js';
import { askEach } from './ask-each.js';
import { askControlStore } from './control-store.js';
import { noteRetries } from './doors-of.js';
import { type FleetBench, openFleetBench } from './fleet-bench.js';
import { parallelOf } from './fleet-call.js';
import { failedDocument } from './fleet-documents.js';
import { failedText, namesText } from './fleet-text.js';
import { syncMembers } from './sync-fleet.js';

/** What is a tenant's own of what was found in it. */
type Own = Pick<DriftFound, 'tenant' | 'since' | 'traces' | 'unfinished'>;

interface Drifted {
  readonly member: Member;
  readonly own: Own;
  /** What was found in the first tenant that was left alike and is alike: of the others no state is kept. */
  readonly alike: DriftFound;
}

interface Looked {
  readonly found: readonly Drifted[];
  readonly failed: readonly FailedTenant[];
}

interface DriftFlags {
  readonly adopt?: boolean;
  readonly revert?: boolean;
  readonly yes?: boolean;
  readonly format?: string | undefined;
  readonly 'dry-run'?: boolean;
}

/** `drift` of tenants of a fleet: those that changed alike are told together, with what changed once. */
export async function driftFleet(invocation: Invocation): Promise<number | undefined> {
  const flags = invocation.flags as DriftFlags;
  const opened = await openFleetBench(invocation, { withGoal: false });
  // What puts back is a run: one that could not be noted is told before anybody is read.
  if (flags.revert && !flags['dry-run']) await askControlStore(invocation, opened.bench.driver);
  const looked = await look(invocation, opened);
  const drifted = looked.found.filter(({ alike }) => alike.drifted);
  if (flags.revert && drifted.length > 0) return revert(invocation, opened, looked, drifted);
  if (flags.format !== 'json') tell(invocation, opened, looked);
  const adopting = flags.adopt && !flags['dry-run'] && drifted.length > 0;
  const wrong = adopting ? await adopt(invocation, opened, drifted) : [];
  const failed = [...looked.failed, ...wrong];
  if (flags.format === 'json') {
    const classes = classesOf(looked.found).map((alike) => classDocument(alike));
    const noted = adopting ? drifted.length - wrong.length : 0;
    invocation.terminal.json(
      document(invocation.command, {
        ...{ fleet: opened.fleet.name, drifted: drifted.length > 0, classes, adopted: noted },
        failed: failed.map(failedDocument),
        retries: opened.doors.retries,
      }),
    );
  }
  noteRetries(invocation, opened.doors);
  if (drifted.length > 0 && !adopting) return exitCodes.integrity;
  return failed.length > 0 ? exitCodes.partial : exitCodes.ok;
}

function look(invocation: Invocation, opened: FleetBench): Promise<Looked> {
  const { engine, reading } = opened.bench;
  const { signal } = invocation;
  const classes = new Map<string, DriftFound>();
  return askEach(invocation, opened, async (member) => {
    const found = await engine.drift(member.tenant, { ...reading, signal, onEvent: () => {} });
    const { tenant, since, traces, unfinished } = found;
    const key = keyOf(found);
    const alike = classes.get(key) ?? found;
    classes.set(key, alike);
    return { member, alike, own: { tenant, since, traces, ...(unfinished && { unfinished }) } };
  });
}

/** What those have in common that were left alike and are alike. */
function keyOf({ since, inspection, reading, left, unfinished }: DriftFound): string {
  return JSON.stringify([since.goal, inspection.catalogue.root, reading, left === undefined, unfinished !== undefined]);
}

/** What was found in one tenant. */
function foundOf({ alike: { unfinished: _, ...alike }, own }: Drifted): DriftFound {
  return { ...alike, ...own };
}

/** Those that were left alike and are alike, the largest first. */
function classesOf(found: readonly Drifted[]): readonly (readonly [Drifted, ...Drifted[]])[] {
  const classes = new Map<DriftFound, [Drifted, ...Drifted[]]>();
  for (const each of found) {
    const same = classes.get(each.alike);
    if (same) same.push(each);
    else classes.set(each.alike, [each]);
  }
  return [...classes.values()].sort((a, b) => b.length - a.length);
}

function tell({ terminal, flags }: Invocation, { fleet, bench }: FleetBench, { found, failed }: Looked): void {
  const { paint, printColumns: columns } = terminal;
  const view = { driver: bench.driver, paint, columns, verbose: flags.verbose };
  const classes = classesOf(found);
  const changed = found.filter(({ alike }) => alike.drifted).length;
  const head = `${paint.bold(`Fleet ${visible(fleet.name)}`)}: ${counted(found.length + failed.length, 'tenant')}, ${changed} drifted`;
  const parts = classes.map((alike) => {
    const [first] = alike;
    const names = namesText(
      alike.map(({ member }) => member),
      flags.verbose,
    );
    const count = counted(alike.length, 'tenant');
    if (!first.alike.drifted)
      return foldLine(`${paint.green('✓')} ${count} as the last run left them: ${names}`, columns);
    const label = alike.length === 1 ? first.member.label : `each of the ${alike.length}`;
    const line = foldLine(`${paint.yellow('≠')} ${count} changed since: ${names}`, columns);
    return `${line}\n\n${driftFoundText(foundOf(first), { ...view, label, traced: tracedOf(alike, flags.verbose) })}`;
  });
  terminal.print([head, ...parts, ...(failed.length > 0 ? [failedText(failed, view)] : [])].join('\n\n'));
}

/** Who changed what, once for those in which the same people did. */
function tracedOf(alike: readonly Drifted[], verbose: boolean): readonly Traced[] {
  const same = [...grouped(alike, ({ own }) => JSON.stringify([...own.traces])).values()];
  if (same.length === 1) return alike.slice(0, 1).map(({ own }) => own);
  return (verbose ? same : same.slice(0, tracedAtMost)).flatMap(([first, ...rest]) => {
    if (!first) return [];
    const members = [first, ...rest].map(({ member }) => member);
    return [{ traces: first.own.traces, of: namesText(members, verbose) }];
  });
}

/** Of how many it is told apart who changed them; of all with --verbose, and for programs. */
const tracedAtMost = 8;

function classDocument(alike: readonly [Drifted, ...Drifted[]]) {
  return {
    tenants: alike.map(({ member }) => member.tenant.id),
    ...driftDocument(foundOf(alike[0])),
    each: alike.map(({ member, own: { since, traces, unfinished } }) => ({
      ...{ tenant: member.tenant.id, run: since.run, traces: Object.fromEntries(traces) },
      ...(unfinished && { unfinished: unfinished.run }),
    })),
  };
}

async function adopt(
  invocation: Invocation,
  { fleet, bench }: FleetBench,
  drifted: readonly Drifted[],
): Promise<readonly FailedTenant[]> {
  const { signal, command, terminal, flags } = invocation;
  await confirm(invocation, {
    yes: (flags as DriftFlags).yes ?? false,
    question: `Take what changed for the new base of ${counted(drifted.length, 'tenant')} of ${fleet.name}`,
    hint: 'Nothing was noted. Add --yes if what changed is to stay.',
  });
  const failed: FailedTenant[] = [];
  const one = async (drift: Drifted) => {
    const { member } = drift;
    try {
      const quiet = { ...bench, reading: { ...bench.reading, onEvent: () => {} } };
      await noteAdopted(quiet, member.tenant, foundOf(drift));
    } catch (thrown) {
      throwIfAborted(signal, command);
      failed.push({ member, error: asSyncError(thrown, command) });
    }
  };
  for await (const _ of inParallel(drifted, parallelOf(flags), one, signal));
  const { paint } = terminal;
  if ((flags as DriftFlags).format !== 'json') {
    const view = { driver: bench.driver, paint, columns: terminal.printColumns, verbose: flags.verbose };
    const noted = `${paint.green('✓')} ${counted(drifted.length - failed.length, 'tenant')} with a new base`;
    terminal.print(['', ...(failed.length > 0 ? [failedText(failed, view)] : []), noted].join('\n'));
  }
  return failed;
}

/** The way back is a run of the fleet like any other, with the state that its last run left as what each is to be. */
function revert(
  invocation: Invocation,
  opened: FleetBench,
  { failed }: Looked,
  drifted: readonly Drifted[],
): Promise<number | undefined> {
  const byId = new Map(drifted.map((each) => [each.member.tenant.id, each]));
  const driftOf = ({ tenant }: Member) => {
    const found = byId.get(tenant.id);
    if (!found) throw new TypeError(`${tenant.id} has not drifted`);
    return foundOf(found);
  };
  const members = async function* () {
    for (const each of drifted) {
      const { member, alike } = each;
      yield alike.left ? member : { ...member, unreachable: noWayBack(foundOf(each)) };
    }
    for (const { member, error } of failed) yield { ...member, unreachable: error };
  };
  return syncMembers(invocation, {
    ...opened,
    members,
    goalOf: async (member) => leftState(driftOf(member)),
    requestOf: (member) => ({ ...bench(opened), ...readingOf(driftOf(member), opened.bench) }),
  });
}

function bench({ bench: { reading } }: FleetBench) {
  return { ...reading, onEvent: () => {} };
}
