import type { Server } from '../../contract/connection.js';
import { isSyncError } from '../../errors.js';
import type { Member } from '../../fleet/member.js';
import type { Compiled } from '../../source/compiled.js';
import { withLeftOut, withSeedsLeftOut } from '../../source/left-out.js';
import { notRenamed } from '../renames.js';
import type { OpenedSource, Workbench } from '../workbench.js';

/** What the desired states of a fleet are compiled with. */
export interface GoalFacts {
  readonly bench: Pick<Workbench, 'engine' | 'driver' | 'reading' | 'compiling' | 'seeds'>;
  /** What only looks like renames. */
  readonly isNew: readonly string[];
  /** Whether all are normalised by one server that somebody named. */
  readonly hasScratch: boolean;
  readonly signal: AbortSignal;
}

interface First {
  readonly host: string;
  readonly state: Promise<Compiled>;
}

/**
 * The desired states of a fleet, each compiled once for all tenants on servers that are alike: a server normalises alike for all databases of it, and one of another version
 * may print the same otherwise.
 */
export class FleetGoals {
  private readonly first = new Map<OpenedSource, First>();
  private readonly others = new Map<OpenedSource, Map<string, Promise<Compiled>>>();
  private readonly hosts = new Map<string, Promise<string | undefined>>();

  constructor(private readonly facts: GoalFacts) {}

  async of(source: OpenedSource, member: Member): Promise<Compiled> {
    const host = hostOf(member);
    const first = this.first.get(source) ?? this.begin(source, host, member);
    const state = await first.state;
    const isOfOne = source.input !== undefined || state.normalisedBy !== 'server' || this.facts.hasScratch;
    if (host === first.host || isOfOne || !state.server) return state;
    const likeness = await this.likenessOf(host, member);
    if (likeness === undefined || likeness === likenessIn(state.server)) return state;
    const others = this.others.get(source) ?? new Map<string, Promise<Compiled>>();
    this.others.set(source, others);
    const known = others.get(likeness);
    if (known) return known;
    const other = this.compile(source, member);
    others.set(likeness, other);
    forgetWhereUnreached(other, () => others.delete(likeness));
    return other;
  }

  private begin(source: OpenedSource, host: string, member: Member): First {
    const first = { host, state: this.compile(source, member) };
    this.first.set(source, first);
    forgetWhereUnreached(first.state, () => this.first.delete(source));
    return first;
  }

  private async compile(source: OpenedSource, { tenant }: Member): Promise<Compiled> {
    const { bench, isNew } = this.facts;
    const state = await bench.engine.compile(source.text, { ...bench.compiling(source), near: tenant });
    const named = source.reference === undefined ? state : { ...state, origin: source.reference };
    const told = bench.seeds ? named : withSeedsLeftOut(named);
    return withLeftOut(notRenamed(told, isNew, bench.driver), bench.reading, bench.driver);
  }

  /** What a server is, asked once for each host; undefined where it says nothing, which whoever compares a tenant there is told better. */
  private likenessOf(host: string, member: Member): Promise<string | undefined> {
    const known = this.hosts.get(host);
    if (known) return known;
    const asked = this.ask(member);
    this.hosts.set(host, asked);
    forgetWhereUnreached(asked, () => this.hosts.delete(host));
    return asked;
  }

  private async ask({ tenant }: Member): Promise<string | undefined> {
    const { bench, signal } = this.facts;
    const { driver } = bench;
    try {
      const request = { access: 'read', missing: 'stand-in', signal } as const;
      await using connection = await driver.connect(driver.options(tenant.target), request);
      return likenessIn(connection.server);
    } catch (error) {
      if (signal.aborted || (isSyncError(error) && error.code === 'CONNECTION_FAILED')) throw error;
      return undefined;
    }
  }
}

/** Where this tenant's server is not to be reached, that of the next one may be. */
function forgetWhereUnreached(work: Promise<unknown>, forget: () => void): void {
  work.catch((error: unknown) => {
    if (isSyncError(error) && error.code === 'CONNECTION_FAILED') forget();
  });
}

/** Which server a URL names, as far as its text tells; the same for all that name none. */
function hostOf({ tenant }: Member): string {
  return /^[^:/]+:\/\/(?:[^@/?#]*@)?([^/?#]*)/.exec(tenant.target.url)?.[1] ?? '';
}

function likenessIn({ product, version }: Server): string {
  return JSON.stringify([product, version]);
}
