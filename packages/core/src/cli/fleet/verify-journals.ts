import { counted } from '../../model/counted.js';
import type { JournalBreak, JournalFollowed } from '../../run/verify-journal.js';
import type { Invocation } from '../command.js';
import { openBench } from '../open-bench.js';
import type { Paint } from '../paint.js';
import { visible } from '../visible.js';
import { askEach } from './ask-each.js';
import { noteRetries } from './doors-of.js';
import { openFleetBench } from './fleet-bench.js';
import { isFleetCall } from './fleet-call.js';
import { failedDocument } from './fleet-documents.js';
import { failedText } from './fleet-text.js';

/** A journal that was followed, and whose it is. */
interface Verified extends JournalFollowed {
  readonly tenant: string;
  readonly database: string;
}

/** What following the journals of the database or the tenants that a call names came to. */
export interface VerifiedJournals {
  readonly document: { readonly journals: readonly Verified[]; readonly failed: readonly object[] };
  readonly texts: readonly string[];
  readonly isBroken: boolean;
  readonly failed: number;
  /** Of the hashes that were looked for, those that stand in none of them. */
  readonly missing: readonly string[];
}

/** How many things that do not fit are shown of one journal. */
const shownAtMost = 20;

/** Follows the trails in the journals of the database, or of the tenants of a fleet, that a call names. */
export async function verifyJournals(invocation: Invocation, heads: readonly string[]): Promise<VerifiedJournals> {
  const { terminal } = invocation;
  const { found, failed, failures } = await ((await isFleetCall(invocation)) ? ofFleet : ofOne)(invocation, heads);
  const missing = heads.filter((head) => found.every((each) => each.missing.includes(head)));
  const journals = found.map((each) => ({ ...each, missing: each.missing.filter((head) => missing.includes(head)) }));
  return {
    document: { journals, failed },
    texts: [...journals.map((each) => journalText(each, terminal.paint)), ...failures],
    isBroken: journals.some(({ breaks }) => breaks.length > 0),
    failed: failed.length,
    missing,
  };
}

interface Answers {
  readonly found: readonly Verified[];
  readonly failed: readonly object[];
  readonly failures: readonly string[];
}

async function ofOne(invocation: Invocation, heads: readonly string[]): Promise<Answers> {
  const { bench } = await openBench(invocation, { target: true });
  const tenant = bench.tenant();
  const followed = await bench.engine.verifyJournal(tenant, { ...bench.reading, heads });
  return { found: [{ tenant: tenant.id, database: bench.label(), ...followed }], failed: [], failures: [] };
}

async function ofFleet(invocation: Invocation, heads: readonly string[]): Promise<Answers> {
  const { terminal, flags, signal } = invocation;
  const opened = await openFleetBench(invocation, { withGoal: false });
  const { bench, doors, readingOf } = opened;
  const { found, failed } = await askEach(invocation, opened, async (member) => ({
    member,
    followed: await bench.engine.verifyJournal(member.tenant, { ...readingOf(member), signal, heads }),
  }));
  noteRetries(invocation, doors);
  const { paint, printColumns: columns } = terminal;
  const view = { driver: bench.driver, paint, columns, verbose: flags.verbose };
  return {
    found: found.map(({ member: { tenant, label }, followed }) => ({
      tenant: tenant.id,
      database: label,
      ...followed,
    })),
    failed: failed.map(failedDocument),
    failures: failed.length > 0 ? [failedText(failed, view)] : [],
  };
}

function journalText(found: Verified, paint: Paint): string {
  const { database, entries, runs, unchained, breaks, cutShort, head, others } = found;
  const told = breaks.slice(0, shownAtMost).map(breakText);
  const more = breaks.length > shownAtMost ? [`and ${breaks.length - shownAtMost} more`] : [];
  const title = `${visible(database)}: ${counted(runs, 'run')}, ${counted(entries, 'entry', 'entries')}`;
  return [
    breaks.length > 0
      ? `${paint.red('✗')} ${title}, not as they were written`
      : `${paint.green('✓')} ${title}, as they were written`,
    ...[...told, ...more].map((each) => `  ${paint.red(each)}`),
    ...(unchained > 0
      ? [
          paint.dim(
            `  ${counted(unchained, 'run')} from before there was a trail: nothing is known of what was done to them before it began`,
          ),
        ]
      : []),
    ...cutShort.map((run) =>
      paint.dim(`  run ${visible(run.slice(0, 8))} is under way, or its process died while it wrote`),
    ),
    ...(others.length > 0 ? [paint.dim(`  ${othersText(others)}`)] : []),
    ...(head === undefined ? [] : [`  ${paint.dim('head')} ${head}`]),
  ].join('\n');
}

/** What was run under other names was not looked at: whoever asks by the wrong one is not to take that for whole. */
function othersText(others: readonly string[]): string {
  const named = others.slice(0, shownAtMost).map(visible);
  const more = others.length > shownAtMost ? [`${others.length - shownAtMost} more`] : [];
  return `it holds runs of other tenants, which were not looked at (--tenant): ${[...named, ...more].join(', ')}`;
}

function breakText({ entry, run, message }: JournalBreak): string {
  const of = entry === undefined ? '' : `entry ${entry} `;
  return run === undefined ? `${of}${message}` : `run ${visible(run.slice(0, 8))}: ${message}`;
}
