import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Connection,
  checkFailure,
  type ExecuteOptions,
  type Json,
  type Lock,
  type LockOptions,
  type Server,
  type Statement,
  throwIfAborted,
  tokenizeMeaning,
} from '@sync/core';
import type cassandra from 'cassandra-driver';
import { Agreement } from './agreement.js';
import { ownKeyspace } from './dialect.js';
import { applied, closed, notApplied, onlyReads, statementError, unknownTable } from './errors.js';
import { Leases } from './leases.js';
import { cassandraLexis } from './lexis.js';
import { named } from './own-keyspace.js';
import { plainParams, plainValue } from './values.js';

type Row = Readonly<Record<string, unknown>>;

/** How long a table that stands in the schema may be unknown to the node, and how often it is looked. */
const soonKnownMs = 10_000;
const lookMs = 50;

/** What a connection knows about itself. */
export interface ConnectionFacts {
  readonly label: string;
  readonly keyspace: string;
  readonly access: 'read' | 'write';
  readonly server: Server;
  readonly agreementMs: number;
  readonly lockWaitMs: number;
  readonly leaseMs: number;
  readonly username?: string;
  /** The keyspace is not there. */
  readonly missing?: true;
}

/** A connection to a keyspace, through one node. What changes the schema goes one by one, each once all nodes know of the one before. */
export class CassandraConnection implements Connection {
  readonly server: Server;
  readonly database: string;
  readonly role?: string;
  readonly missing?: true;
  private readonly leases: Leases;
  private readonly agreement: Agreement;
  private readonly closing = new AbortController();
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    protected readonly client: cassandra.Client,
    protected readonly facts: ConnectionFacts,
  ) {
    this.server = facts.server;
    this.database = facts.keyspace;
    if (facts.username !== undefined) this.role = facts.username;
    if (facts.missing) this.missing = true;
    this.agreement = new Agreement(client, { label: facts.label, withinMs: facts.agreementMs });
    this.leases = new Leases({
      label: facts.label,
      leaseMs: facts.leaseMs,
      send: (text, params, op) => this.send({ text, params }, op),
      hasTable: async (name) => (await this.send(tableNamed(name), 'lock')).length > 0,
      define: (text) => this.inTurn(() => this.define({ text }, {})),
    });
  }

  async query<R = Row>(statement: Statement, { signal }: ExecuteOptions = {}): Promise<readonly R[]> {
    throwIfAborted(signal, 'query');
    if (this.facts.access === 'read' && !reads(statement.text)) throw onlyReads('query');
    return (await this.send(statement, 'query')) as readonly R[];
  }

  async execute(statement: Statement, options: ExecuteOptions = {}): Promise<void> {
    throwIfAborted(options.signal, 'execute');
    if (statement.check) {
      const rows = await this.send(statement, 'execute');
      if (rows.length > 0) throw checkFailure(statement, rows, 'execute');
      return;
    }
    if (this.facts.access === 'read') throw onlyReads('execute');
    await this.inTurn(async () => {
      throwIfAborted(options.signal, 'execute');
      await this.leases.guard();
      if (defines(statement.text)) await this.define(statement, options);
      else await this.write(statement);
    });
  }

  async lock(name: string, options: LockOptions = {}): Promise<Lock> {
    if (this.facts.access === 'read') throw onlyReads('lock');
    const { signal: closing } = this.closing;
    closing.throwIfAborted();
    const signal = options.signal ? AbortSignal.any([options.signal, closing]) : closing;
    return this.leases.take(name, { waitMs: options.waitMs ?? this.facts.lockWaitMs, signal });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.closing.signal.aborted) return;
    await this.leases.end();
    // Whoever still waits for a lock must not get one that nobody would let go of.
    this.closing.abort(closed(this.facts.label, 'lock'));
    await this.last;
    await this.client.shutdown().catch(() => undefined);
  }

  /** One after the other, whoever asks. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.last.then(work);
    this.last = next.catch(() => undefined);
    return next;
  }

  private async write(statement: Statement): Promise<void> {
    const [row] = await this.send(statement, 'execute');
    if (statement.applies && row?.[applied] !== true) throw notApplied(statement.text, statement.applies);
  }

  private async define(statement: Statement, { signal }: ExecuteOptions): Promise<void> {
    await this.send(statement, 'execute');
    await this.agreement.reached(signal);
  }

  /** All rows of the answer, page by page. */
  protected async send({ text, params = [] }: Statement, op: string): Promise<readonly Row[]> {
    if (this.closing.signal.aborted) throw closed(this.facts.label, op);
    const { keyspace, label } = this.facts;
    const written = named(text, keyspace);
    const values = plainParams(params as readonly Json[], keyspace, ownKeyspace);
    const deadline = performance.now() + soonKnownMs;
    for (;;) {
      try {
        return await this.ask(written, values);
      } catch (error) {
        const isComing = performance.now() < deadline && (await this.isComing(error, reads(text) || op === 'lock'));
        if (!isComing) throw statementError(error, { op, statement: text }, label);
        await sleep(lookMs);
      }
    }
  }

  private async ask(text: string, values: unknown[]): Promise<readonly Row[]> {
    const rows: Row[] = [];
    let pageState: string | undefined;
    do {
      const options = { prepare: values.length > 0, ...(pageState !== undefined && { pageState }) };
      const page = await this.client.execute(text, values, options);
      for (const row of page.rows ?? []) rows.push(plainRow(row));
      pageState = page.pageState ?? undefined;
    } while (pageState !== undefined);
    return rows;
  }

  /** Whether the node does not know a table that stands in its schema: it shows there a moment before it can be asked. What wrote something perhaps is not sent again. */
  private async isComing(error: unknown, mayAskAgain: boolean): Promise<boolean> {
    const unknown = unknownTable(error);
    if (!unknown || (unknown.by === 'id' && !mayAskAgain)) return false;
    const text = 'SELECT table_name AS name, id FROM system_schema.tables WHERE keyspace_name = ?';
    const tables = await this.ask(text, [this.facts.keyspace]).catch(() => []);
    return tables.some((row) => row[unknown.by] === unknown.table);
  }
}

function plainRow(row: cassandra.types.Row): Row {
  return Object.fromEntries(row.keys().map((name) => [name, plainValue(row.get(name))]));
}

function tableNamed(name: string): Statement {
  return {
    text: 'SELECT table_name FROM system_schema.tables WHERE keyspace_name = ? AND table_name = ?',
    params: [ownKeyspace, name],
  };
}

function firstWord(text: string): string {
  return tokenizeMeaning(text, cassandraLexis)[0]?.text.toUpperCase() ?? '';
}

function reads(text: string): boolean {
  return ['SELECT', 'LIST'].includes(firstWord(text));
}

/** Whether a statement changes the schema, which nodes then have to agree upon: roles are no part of it, and to agree takes next to nothing there. */
function defines(text: string): boolean {
  return ['CREATE', 'ALTER', 'DROP'].includes(firstWord(text));
}
