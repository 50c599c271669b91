import type { Connection, Server } from './contract/connection.js';
import type { Driver } from './contract/driver.js';
import { errorWithHint, isSyncError, SyncError } from './errors.js';
import { serverName } from './model/server-name.js';
import type { Compiled, SourceWarning } from './source/compiled.js';

/** Compares the servers that states are read from with the target's: what a server writes its own way shows as a change. */
export class OtherServers {
  private readonly told = new Set<string>();

  constructor(
    private readonly driver: Driver,
    /** Asked only where there is something to compare; absent where there is no target. */
    private readonly target?: () => Promise<Server>,
  ) {}

  /** Notes where a state is read from. */
  async note({ server }: Connection): Promise<void> {
    await this.compare(server);
  }

  /** Lets a scratch database pass that can hold what the target holds; in another, what is there would be missing. */
  async fitting(scratch: Connection): Promise<Connection> {
    try {
      const lacks = await this.compare(scratch.server);
      if (lacks) throw lacks;
      return scratch;
    } catch (error) {
      await scratch[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** What to tell of a state that was read from what was noted. */
  warnings(at: string): readonly SourceWarning[] {
    return [...this.told].map((message) => ({ at, message }));
  }

  /** What did not hold in a scratch database of another version may hold in the target. */
  explain(error: unknown): unknown {
    const [other] = this.told;
    if (other === undefined || !isSyncError(error) || error.code !== 'PROOF_FAILED') return error;
    return errorWithHint(
      error,
      `Nothing was touched. Scratch is another version than the target (${other}). Name a server of the same version with --scratch URL. \`--no-prove\` plans without trying.`,
    );
  }

  private async compare(server: Server): Promise<SyncError | undefined> {
    const { driver } = this;
    if (!driver.likeness || !this.target) return undefined;
    const target = await this.target();
    const likeness = driver.likeness(target, server);
    if (likeness === 'alike') return undefined;
    const [here, there] = [serverName(server), serverName(target)];
    this.told.add(
      `it was read on ${here}, and the target is ${there}: what they write in ways of their own may look changed`,
    );
    return likeness === 'lacking' ? lacking(here, there) : undefined;
  }
}

function lacking(here: string, there: string): SyncError {
  return new SyncError({
    code: 'CAPABILITY_MISSING',
    op: 'scratch',
    message: `the scratch databases are of ${here}, which cannot hold all that the target's ${there} can`,
    hint: 'Name a server of the same version with --scratch URL, or one that is newer.',
    details: { scratch: here, target: there },
  });
}

/** What to tell of two states that servers of different versions normalised: neither is the target of the other, so that this is not the engine's to foresee. */
export function serverWarnings(
  from: Pick<Compiled, 'server'>,
  to: Pick<Compiled, 'origin' | 'server'>,
  driver: Driver,
): readonly SourceWarning[] {
  if (!from.server || !to.server || !driver.likeness || driver.likeness(from.server, to.server) === 'alike') return [];
  const [there, here] = [serverName(from.server), serverName(to.server)];
  return [
    {
      at: to.origin,
      message: `it was read on ${here}, and what it is compared with on ${there}: what they write in ways of their own may look changed`,
    },
  ];
}
