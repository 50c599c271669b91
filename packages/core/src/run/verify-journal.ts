import type { Session } from '../contract/connection.js';
import type { Dialect } from '../contract/dialect.js';
import { grouped } from '../model/grouped.js';
import { hashText } from '../model/hash.js';
import { canonicalJson } from '../model/json.js';
import { readRuns, readSteps } from './journal.js';
import type { RunRecord, StepRecord } from './journal-format.js';
import { readEnd, readTrail, type TrailRow } from './journal-trail.js';
import { sealsOf } from './seal.js';

/** What is wrong with a journal: at an entry of its trail, or with what it says of a run. */
export interface JournalBreak {
  readonly entry?: number;
  readonly run?: string;
  readonly message: string;
}

/** What following the journal of a tenant from its beginning came to. */
export interface JournalFollowed {
  readonly entries: number;
  readonly runs: number;
  /** Runs from before there was a trail. Of these it is only known that they are as they were when it began. */
  readonly unchained: number;
  readonly breaks: readonly JournalBreak[];
  /** Runs of which a process that died noted in the trail what it could not write into their rows any more. */
  readonly cutShort: readonly string[];
  /** The hash of the last entry: noted elsewhere, it tells later that nothing up to it was changed or cut off. */
  readonly head?: string;
  /** Of the hashes that were looked for, those that no entry has. */
  readonly missing: readonly string[];
  /** Other tenants of which the journal holds runs, which nobody looked at. */
  readonly others: readonly string[];
}

/** Follows the trail of a tenant in its own journal, and holds the rows of its runs against what the trail tells of them. Reads only. */
export async function verifyJournal(
  session: Session,
  dialect: Dialect,
  { tenant, heads = [] }: { readonly tenant: string; readonly heads?: readonly string[] },
): Promise<JournalFollowed> {
  const trail = await readTrail(session, dialect, tenant);
  const all = await readRuns(session, dialect);
  const runs = all.filter((record) => record.tenant === tenant);
  const others = [...new Set(all.map((record) => record.tenant))].filter((other) => other !== tenant).sort();
  const names = new Set(runs.map(({ run }) => run));
  const steps = (await readSteps(session, dialect)).filter(({ run }) => names.has(run));
  const readTo = trail.rows.at(-1)?.place ?? 0;
  const found = { ...followJournal({ ...trail, runs, steps, heads, readTo }), others };
  if (found.breaks.length + found.cutShort.length === 0) return found;
  // Somebody may write it at the same time, and go on for long: what these rows say, the trail tells of by now.
  const later = await readTrail(session, dialect, tenant);
  return { ...followJournal({ ...later, runs, steps, heads, readTo }), others };
}

/** A journal as it was read. */
interface JournalRead {
  readonly rows: readonly TrailRow[];
  /** Where the trail ended when that was noted last. */
  readonly note?: string;
  readonly runs: readonly RunRecord[];
  readonly steps: readonly StepRecord[];
  readonly heads: readonly string[];
  /** The last entry that was there before the rows were read: what is told behind it, they may not say yet. */
  readonly readTo: number;
}

/** What a trail tells of a run or a step: as its last entry left it, and as the one before did. */
interface Told {
  readonly last: Entry;
  readonly before?: Entry;
  readonly place: number;
}

type Entry = Readonly<Record<string, unknown>>;

/** The same of what was read. */
function followJournal({ rows, note, runs, steps, heads, readTo }: JournalRead): Omit<JournalFollowed, 'others'> {
  const entries = rows.flatMap(({ place, text }) => {
    const entry = parsed(text);
    return entry ? [{ place, entry }] : [];
  });
  const hashes = new Set<string>(rows.map(({ text }) => hashText(text)));
  const last = rows.at(-1);
  const before = sealed(entries.find(({ entry }) => entry.type === 'trail')?.entry);
  const against = heldAgainst({ runs, steps, before, readTo, ...toldBy(entries) });
  return {
    entries: rows.length,
    runs: runs.length,
    unchained: Object.keys(before).length,
    breaks: [...brokenLinks(rows), ...brokenEnd(rows, note), ...against.breaks],
    cutShort: against.cutShort,
    ...(last && { head: hashText(last.text) }),
    missing: heads.filter((head) => !hashes.has(head)),
  };
}

function brokenLinks(rows: readonly TrailRow[]): readonly JournalBreak[] {
  let [place, hash] = [0, ''];
  return rows.flatMap((row) => {
    const expected = place + 1;
    const follows = parsed(row.text)?.follows;
    const isNext = follows === hash;
    [place, hash] = [row.place, hashText(row.text)];
    const at = { entry: row.place };
    if (row.place > expected) {
      const gone = row.place - 1 > expected ? `${expected} to ${row.place - 1} were` : `${expected} was`;
      return [{ ...at, message: `comes after entries that do not stand here: ${gone} taken away` }];
    }
    if (follows === undefined) return [{ ...at, message: 'is no entry: it was changed' }];
    return isNext ? [] : [{ ...at, message: 'does not follow the one before it: one of both was changed, or put in' }];
  });
}

function brokenEnd(rows: readonly TrailRow[], note: string | undefined): readonly JournalBreak[] {
  const last = rows.at(-1);
  const end = note === undefined ? undefined : readEnd(note);
  if (!end) {
    if (!last && note === undefined) return [];
    return [{ message: 'where the trail ended is not noted any more: the note was changed or taken away' }];
  }
  const noted = rows.find(({ place }) => place === end.place);
  if (!noted) return [{ message: `the trail went on to entry ${end.place}: its end was cut off` }];
  if (hashText(noted.text) === end.hash) return [];
  return [{ entry: end.place, message: 'is not as it was when the trail ended with it: it was changed' }];
}

/** What entries tell of runs and steps, each added to what is known of it already. */
function toldBy(entries: readonly { readonly place: number; readonly entry: Entry }[]) {
  const ofRuns = new Map<string, Told>();
  const ofSteps = new Map<string, Told>();
  for (const { place, entry } of entries) {
    const { type, follows: _, ...facts } = entry;
    if (type !== 'run' && type !== 'step') continue;
    const [all, key] = type === 'run' ? [ofRuns, String(entry.run)] : [ofSteps, stepKey(entry)];
    const { statements: __, ...known } = facts;
    const earlier = all.get(key)?.last;
    all.set(key, { last: { ...earlier, ...known }, place, ...(earlier && { before: earlier }) });
  }
  return { ofRuns, ofSteps };
}

interface Held extends Pick<JournalRead, 'runs' | 'steps' | 'readTo'>, ReturnType<typeof toldBy> {
  readonly before: Readonly<Record<string, string>>;
}

/** Holds the rows against the trail: each run and step has to be as it was told last. */
function heldAgainst({ runs, steps, before, readTo, ofRuns, ofSteps }: Held) {
  const breaks: JournalBreak[] = [];
  const cutShort = new Set<string>();
  const stepsOf = grouped(steps, ({ run }) => run);
  const wrong = (run: string, message: string) => breaks.push({ run, message });
  const hold = (run: string, what: string, row: RunRecord | StepRecord, told: Told, earlier?: Entry) => {
    const is = (entry: Entry | undefined) => entry !== undefined && canonicalJson(row) === canonicalJson(entry);
    if (is(told.last)) return;
    if (told.place > readTo || (told.place === readTo && is(earlier))) cutShort.add(run);
    else wrong(run, `${what} is not as the trail tells: its row was changed`);
  };
  const seals = sealsOf(
    runs.filter(({ run }) => Object.hasOwn(before, run)),
    steps,
  );
  for (const record of runs) {
    const { run } = record;
    const told = ofRuns.get(run);
    if (told) hold(run, 'the run', record, told, told.before);
    else if (Object.hasOwn(before, run)) {
      if (seals[run] !== before[run]) wrong(run, 'is not as it was when the trail began: its rows were changed');
    } else if (record.outcome === 'running') cutShort.add(run);
    else wrong(run, 'the trail tells of no such run: it was put in, or the end of the trail was cut off');
    if (!told) continue;
    for (const step of stepsOf.get(run) ?? []) {
      const toldStep = ofSteps.get(stepKey(step));
      const what = `step ${step.step}`;
      if (toldStep) hold(run, what, step, toldStep, begun(toldStep));
      else if (step.outcome !== 'running') wrong(run, `the trail tells of no ${what}: it was put in`);
    }
  }
  const there = new Set(runs.map(({ run }) => run));
  const isGone = (run: string) => !there.has(run) && (ofRuns.get(run)?.place ?? 0) <= readTo;
  for (const run of new Set([...ofRuns.keys(), ...Object.keys(before)].filter(isGone)))
    wrong(run, 'is not there: its row was taken away');
  const stepsThere = new Set(steps.map(stepKey));
  for (const [key, { last, place }] of ofSteps) {
    const run = String(last.run);
    if (stepsThere.has(key) || !there.has(run) || place > readTo) continue;
    wrong(run, `step ${String(last.step)} is not there: its row was taken away (entry ${place})`);
  }
  return { breaks, cutShort: [...cutShort] };
}

/** A step that commits by itself is noted before it is run, of which the trail does not tell. */
function begun({ last, before }: Told): Entry {
  const { finishedAt: _, ...known } = last;
  return before ?? { ...known, outcome: 'running' };
}

function stepKey({ run, step }: { readonly run?: unknown; readonly step?: unknown }): string {
  return `${String(run)} ${String(step)}`;
}

function sealed(first: Entry | undefined): Readonly<Record<string, string>> {
  const before = first?.before;
  return typeof before === 'object' && before !== null ? (before as Readonly<Record<string, string>>) : {};
}

function parsed(text: string): Entry | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const entry = typeof value === 'object' && value !== null ? (value as Entry) : undefined;
    return typeof entry?.follows === 'string' ? entry : undefined;
  } catch {
    return undefined;
  }
}
