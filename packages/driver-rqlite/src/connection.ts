import { randomUUID } from 'node:crypto';
import {
  type AtomicOptions,
  type Committed,
  type Connection,
  checkFailure,
  type ExecuteOptions,
  type Json,
  type Lock,
  type LockOptions,
  type Server,
  type Statement,
  SyncError,
  throwIfAborted,
} from '@sync/core';
import { type SteadyCopy, sqliteDialect } from '@sync/dialect-sqlite';
import { type Row, rowsOf } from './answer.js';
import { askAgain } from './as-stored.js';
import type { Cluster } from './cluster.js';
import { type EntryOptions, type EntryOutcome, entryForRows, entryOf, foundRows, outcomeOf } from './entry.js';
import { closed, isUnknown, moved, statementError } from './errors.js';
import { Leases } from './leases.js';
import { definitionsIn, schemaQuery, tokenOf } from './schema-text.js';

/** What a connection knows about itself. */
export interface ConnectionFacts {
  readonly access: 'read' | 'write';
  readonly server: Server;
  /** Whether the nodes enforce foreign keys. */
  readonly foreignKeys: boolean;
  readonly lockWaitMs: number;
  readonly leaseMs: number;
}

/** Sees everything that was committed before, whichever node answers, through connections of the nodes that cannot write: asking twice comes to the same. */
const readPath = '/db/query?level=strong&noparse&blob_array';

const entryPath = '/db/request?level=strong&noparse';

/** How often a list is sent whose answer does not come, and of which it was found out each time that it never came about. */
const sentAtMost = 5;

/** A connection to a cluster. It has no session there: what belongs together goes as one request. */
export class RqliteConnection implements Connection {
  readonly server: Server;
  readonly database: string;
  private readonly leases: Leases;
  private readonly closing = new AbortController();

  constructor(
    private readonly cluster: Cluster,
    private readonly facts: ConnectionFacts,
  ) {
    this.server = facts.server;
    this.database = cluster.label;
    this.leases = new Leases(cluster, facts.leaseMs);
  }

  async query<R = Row>(statement: Statement, { signal }: ExecuteOptions = {}): Promise<readonly R[]> {
    return (await this.read(statement, 'query', signal)) as readonly R[];
  }

  async execute(statement: Statement, { settings, signal }: ExecuteOptions = {}): Promise<void> {
    if (statement.check) {
      const rows = await this.read(statement, 'execute', signal);
      if (rows.length > 0) throw checkFailure(statement, rows, 'execute');
    } else if (this.leases.areHeld || settings) {
      await this.atomically([statement], { ...(settings && { settings }), ...(signal && { signal }) });
    } else await this.write(statement, signal);
  }

  async schemaToken(): Promise<string> {
    return tokenOf(definitionsIn(await this.read({ text: schemaQuery }, 'query')));
  }

  async atomically(statements: readonly Statement[], options: AtomicOptions = {}): Promise<Committed> {
    this.refuseReader('execute');
    const { schemaToken, onStatement, signal, settings = {} } = options;
    throwIfAborted(signal, 'execute');
    const definitions = schemaToken === undefined ? undefined : await this.definitionsOf(schemaToken);
    // All of them go as one, so that this is the last moment to call it off.
    for (const index of statements.keys()) {
      onStatement?.(index);
      throwIfAborted(signal, 'execute');
    }
    const { foreignKeys } = this.facts;
    const steady = await Promise.all(statements.map((statement) => this.steady(statement)));
    return this.leases.during(async () => {
      const outcome = await this.commit(steady, { definitions, settings, foreignKeys }, signal);
      if (outcome === undefined) return {};
      if ('error' in outcome) throw await this.failure(outcome, steady, settings);
      const [before, after] = [outcome.before, outcome.after].map(tokenOf) as [string, string];
      return { schema: { before, after } };
    });
  }

  async lock(name: string, options: LockOptions = {}): Promise<Lock> {
    this.refuseReader('lock');
    const { signal: closing } = this.closing;
    closing.throwIfAborted();
    const signal = options.signal ? AbortSignal.any([options.signal, closing]) : closing;
    return this.leases.take(name, { waitMs: options.waitMs ?? this.facts.lockWaitMs, signal });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // Whoever still waits for a lock must not get one that nobody would let go of.
    this.closing.abort(closed(this.database, 'lock'));
    await this.leases.end();
  }

  /**
   * Sends a list as one entry. Where the answer never comes, and a lease tells, it is found out whether the entry came about, and only what can no longer come about is
   * sent again. Undefined where it did come about, and what it left was not told.
   */
  private async commit(
    statements: readonly Statement[],
    how: Omit<EntryOptions, 'guards'>,
    signal: AbortSignal | undefined,
  ): Promise<EntryOutcome | undefined> {
    for (let sent = 1; ; sent++) {
      this.refuseClosed('execute');
      const mark = randomUUID();
      const options: EntryOptions = { ...how, guards: this.leases.guards(mark) };
      try {
        const asking = { op: 'execute', repeatable: false };
        const results = await this.cluster.ask(entryPath, entryOf(statements, options), asking);
        const outcome = outcomeOf(results, options);
        if (!('error' in outcome)) this.leases.marked(mark);
        return outcome;
      } catch (error) {
        if (!isUnknown(error) || !this.leases.areHeld) throw error;
        if ((await this.leases.resolve(mark, signal)) === 'committed') return undefined;
        if (sent === sentAtMost) throw error;
      }
    }
  }

  private async failure(
    { error, at }: Extract<EntryOutcome, { error: string }>,
    statements: readonly Statement[],
    settings: EntryOptions['settings'],
  ): Promise<SyncError> {
    if (at === 'schema') return moved(this.database);
    const loss = at === 'guard' ? await this.leases.lostOne() : undefined;
    if (loss) return loss;
    const statement = typeof at === 'number' ? statements[at] : undefined;
    if (!statement || typeof at !== 'number') return statementError(error, { op: 'execute', statement: 'COMMIT' });
    if (statement.check && error.includes('check failed: ')) {
      const list = entryForRows(statements.slice(0, at), statement, { settings, foreignKeys: this.facts.foreignKeys });
      const results = await this.cluster.ask(entryPath, list, { op: 'execute', repeatable: true });
      return checkFailure(statement, foundRows(results), 'execute', { index: at });
    }
    return statementError(error, { op: 'execute', statement: statement.text, index: at });
  }

  /** The definitions that a token stands for. Said before anything is announced; the entry asks once more, when nobody can come in between. */
  private async definitionsOf(token: string): Promise<string> {
    const definitions = definitionsIn(await this.read({ text: schemaQuery }, 'execute'));
    if (tokenOf(definitions) === token) return definitions;
    throw moved(this.database);
  }

  private async read(statement: Statement, op: string, signal?: AbortSignal): Promise<readonly Row[]> {
    this.refuseClosed(op);
    const { text, params } = statement;
    const written = sqliteDialect.print(params ? { text, params } : { text });
    const ask = async (sent: string) => {
      const [result = {}] = await this.cluster.ask(readPath, [sent], { op, repeatable: true, signal });
      if (result.error !== undefined) throw statementError(result.error, { op, statement: text });
      return result;
    };
    const result = await ask(written);
    const again = askAgain(written, result);
    return rowsOf(again ? again.read(await ask(again.text)) : result);
  }

  private async write({ text, params }: Statement, signal?: AbortSignal): Promise<void> {
    this.refuseReader('execute');
    this.refuseClosed('execute');
    const written = sqliteDialect.print(params ? { text, params } : { text });
    const asking = { op: 'execute', repeatable: false, signal };
    const [result = {}] = await this.cluster.ask('/db/execute?noparse', [written], asking);
    if (result.error !== undefined) throw statementError(result.error, { op: 'execute', statement: text });
  }

  /** What would be another value on each node is asked for once. */
  private async steady(statement: Statement): Promise<Statement> {
    if (statement.handOver === undefined) return statement;
    const { text, values } = statement.handOver as unknown as SteadyCopy;
    const asked = values.map((value, i) => `${value} AS value${i}`).join(', ');
    const [row = {}] = await this.read({ text: `SELECT ${asked}` }, 'execute');
    return { text, params: Object.values(row) as Json[] };
  }

  private refuseClosed(op: string): void {
    if (this.closing.signal.aborted) throw closed(this.database, op);
  }

  private refuseReader(op: string): void {
    if (this.facts.access === 'write') return;
    throw new SyncError({
      code: 'PERMISSION_DENIED',
      op,
      message: 'a connection that only reads writes nothing and takes no lock',
      hint: 'Connect with access to write.',
    });
  }
}
