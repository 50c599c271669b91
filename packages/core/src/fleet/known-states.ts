import type { Driver } from '../contract/driver.js';
import type { Unmanaged } from '../contract/kind.js';
import type { Fingerprints } from '../contract/tenancy.js';
import type { DiffRequest } from '../engine-types.js';
import { type Hash, hashText } from '../model/hash.js';
import { canonicalJson } from '../model/json.js';
import type { Seen } from '../run/report.js';
import type { Compiled } from '../source/compiled.js';
import { toolVersion } from '../version.js';
import { layoutsIn } from './layouts.js';
import type { Member } from './member.js';

/** What tenants that hold the same, and are to hold the same, came to when one of them was read. */
export interface KnownState {
  /** What tells it apart from other states. */
  readonly key: string;
  readonly inSync: boolean;
  /** What is left alone there; kept of those in sync alone, as all others are read again before they are told. */
  readonly unmanaged: readonly Unmanaged[];
}

/** What was asked of a tenant. */
export interface Question {
  readonly goal: Compiled;
  readonly request: DiffRequest;
}

/** What was found of a tenant that had a fingerprint, when it was asked for something. */
interface Finding {
  readonly fingerprint: string;
  readonly question: string;
  readonly key: string;
}

/** What a run brought a tenant to that is a part of its place, and what was seen of that part. */
interface Settlement {
  readonly member: Member;
  readonly part: string;
  readonly question: Question;
  readonly state: KnownState;
}

/** What is known of the tenants of a fleet, as it is kept from one call to the next. */
export interface KnownDocument {
  readonly format: typeof knownFormat;
  readonly states: readonly KnownState[];
  /** By their ids. */
  readonly tenants: Readonly<Record<string, readonly [fingerprint: string, question: string, key: string]>>;
}

/** The version of what is kept. */
export const knownFormat = 1;

/** Remembers what tenants came to by what they hold and what they were compared with. */
export class KnownStates {
  private readonly states: Map<string, KnownState>;
  private readonly findings: Map<string, Finding>;
  /** By fingerprint and question: two that have the same fingerprint hold the same. */
  private readonly keys = new Map<string, string>();
  private readonly seen = new Set<string>();
  /** By fingerprint and question: what was read after the place told of it, of which a state that comes again has the same. */
  private readonly unsure = new Set<string>();
  private readonly parts: Settlement[] = [];
  private readonly questions = new WeakMap<Compiled, Map<string, Hash>>();

  constructor(
    private readonly driver: Pick<Driver, 'name' | 'unprinted'>,
    /** What the place of the fleet tells of those in it. */
    private readonly place: Fingerprints | undefined,
    kept?: KnownDocument,
  ) {
    this.states = new Map(kept?.states.map((state) => [state.key, state]));
    this.findings = new Map(
      Object.entries(kept?.tenants ?? {}).map(([id, [fingerprint, question, key]]) => [
        id,
        { fingerprint, question, key },
      ]),
    );
    for (const { fingerprint, question, key } of this.findings.values())
      this.keys.set(`${fingerprint} ${question}`, key);
  }

  /** What the place of the fleet tells of a tenant. */
  fingerprintOf({ name = '' }: Member): string | undefined {
    return fingerprintIn(this.place, name);
  }

  /** Who has been brought in sync as a part of its place, and is known as such once the place is asked again. */
  get settled(): number {
    return this.parts.length;
  }

  /** Notes what a run brought a tenant to, that was read after this was seen of it. */
  settle(member: Member, { fingerprint, partFingerprint }: Seen, question: Question, state: KnownState): void {
    if (partFingerprint === undefined) this.note(member, fingerprint, question, state);
    else this.parts.push({ member, part: partFingerprint, question, state });
  }

  /**
   * Notes those of whom the place tells, once all have run, what was seen of each before it was read: nothing of its own was changed in between. Nor was what all share, where
   * that is as it was before any of them was begun.
   */
  confirm(after: Fingerprints, before: string): void {
    if (after.shared !== before) return;
    for (const { member, part, question, state } of this.parts)
      if (after.own.get(member.name ?? '') === part)
        this.note(member, fingerprintIn(after, member.name), question, state);
  }

  /** Whether something was read of which only the place can say that it was not something else in between. */
  get isUnsure(): boolean {
    return this.unsure.size > 0;
  }

  /** Keeps what was read where nothing was changed in the place until then; else none of it. */
  confirmRead(after: Fingerprints | undefined): void {
    if (after && after.shared === this.place?.shared && after.changes === this.place.changes) this.unsure.clear();
  }

  /** What a tenant of this fingerprint comes to, where one that had it was asked the same. */
  find(member: Member, fingerprint: string | undefined, { goal, request }: Question): KnownState | undefined {
    const question = fingerprint === undefined ? undefined : this.questionOf(goal, request);
    const key = question === undefined ? undefined : this.keys.get(`${fingerprint} ${question}`);
    const state = key === undefined ? undefined : this.states.get(key);
    if (state) this.keep(member, fingerprint, question, state.key);
    return state;
  }

  /** Notes what a tenant came to that was read after its fingerprint was taken. */
  note(member: Member, fingerprint: string | undefined, { goal, request }: Question, state: KnownState): void {
    const { key, inSync, unmanaged } = state;
    const question = this.questionOf(goal, request);
    if (!this.keep(member, fingerprint, question, key)) return;
    if (this.place?.changes !== undefined && fingerprint === this.fingerprintOf(member))
      this.unsure.add(`${fingerprint} ${question}`);
    this.states.set(key, { key, inSync, unmanaged: inSync ? unmanaged : [] });
  }

  /** What is kept for the next call: where `everyone` was asked for, nothing of those who are not there any more. */
  document(everyone: boolean): KnownDocument {
    const findings = [...this.findings].filter(
      ([id, { fingerprint, question }]) =>
        (!everyone || this.seen.has(id)) && !this.unsure.has(`${fingerprint} ${question}`),
    );
    findings.sort(([a], [b]) => (a < b ? -1 : 1));
    const used = new Set(findings.map(([, { key }]) => key));
    return {
      format: knownFormat,
      states: [...this.states.values()].filter(({ key }) => used.has(key)),
      tenants: Object.fromEntries(
        findings.map(([id, { fingerprint, question, key }]) => [id, [fingerprint, question, key]]),
      ),
    };
  }

  private keep(
    { tenant: { id } }: Member,
    fingerprint: string | undefined,
    question: string | undefined,
    key: string,
  ): boolean {
    if (fingerprint === undefined || question === undefined) return false;
    this.findings.set(id, { fingerprint, question, key });
    this.keys.set(`${fingerprint} ${question}`, key);
    this.seen.add(id);
    return true;
  }

  /** All that the answer depends on beside what the tenant holds; undefined where rows are asked for, of which no fingerprint tells, and where a rename has to be there to be made. */
  private questionOf(goal: Compiled, request: DiffRequest): Hash | undefined {
    const { exclude = [], schemas = null, with: parts = [], renames = [], seeds = false, phase } = request;
    if (renames.length > 0 || (seeds && goal.seeds.length > 0)) return undefined;
    if (this.driver.unprinted?.some((part) => parts.includes(part))) return undefined;
    const asked = canonicalJson([exclude, schemas, parts, ...(phase ? [phase] : [])]);
    const known = this.questions.get(goal) ?? new Map<string, Hash>();
    this.questions.set(goal, known);
    const question = known.get(asked) ?? hashText(canonicalJson([toolVersion, this.driver.name, asked, wanted(goal)]));
    known.set(asked, question);
    return question;
  }
}

/** What a place tells of a tenant, with what that shares. */
function fingerprintIn(place: Fingerprints | undefined, name = ''): string | undefined {
  const own = place?.own.get(name);
  return own === undefined ? undefined : `${place?.shared} ${own}`;
}

/** What of a desired state has a say in what a tenant comes to. */
function wanted({ catalogue, kept, renames, server, normalisedBy }: Compiled) {
  return [
    catalogue.root,
    layoutsIn(catalogue),
    kept?.root ?? null,
    renames,
    server ? [server.product, server.version] : null,
    normalisedBy,
  ];
}

/** What was kept, where it is of this version and whole. */
export function readKnown(text: string): KnownDocument | undefined {
  try {
    const found = JSON.parse(text) as Partial<KnownDocument> | null;
    const { format, states, tenants } = found ?? {};
    if (format !== knownFormat || !Array.isArray(states) || typeof tenants !== 'object' || !tenants) return undefined;
    const isWhole = Object.values(tenants).every(
      (each: unknown) => Array.isArray(each) && each.length === 3 && each.every((part) => typeof part === 'string'),
    );
    const isState = ({ key, inSync, unmanaged }: Partial<KnownState>) =>
      typeof key === 'string' && typeof inSync === 'boolean' && Array.isArray(unmanaged);
    return isWhole && states.every(isState) ? { format, states, tenants } : undefined;
  } catch {
    return undefined;
  }
}
