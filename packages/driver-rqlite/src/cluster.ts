import { setTimeout as sleep } from 'node:timers/promises';
import { throwIfAborted, writtenHost } from '@sync/core';
import { type Result, readAnswer } from './answer.js';
import { denied, foreign, leaderless, unknownOutcome, unreachable } from './errors.js';
import { NoReply, type Reply, send } from './http.js';
import { labelOf, type Node, type RqliteOptions } from './options.js';

/** How a request is to be sent. */
export interface Asking {
  readonly op: string;
  /** Whether doing it twice comes to the same: then what was perhaps taken is sent again. Anything else is sent once. */
  readonly repeatable: boolean;
  readonly signal?: AbortSignal | undefined;
  /** How long to look for a leader. Default: as long as a node may take to answer. */
  readonly withinMs?: number;
}

/** How long to wait before the nodes are asked again who leads. */
const pauseMs = 100;

/** How often a request is sent on from node to node. */
const hopsAtMost = 5;

/** What a leader that is none any more, or not yet, says of a request that it did not take. */
const notTaken =
  /^(?:not leader|node is not the leader|leader not found|store not ready|node not ready|not ready|timed out enqueuing operation)/i;

type Attempt =
  | { readonly results: readonly Result[] }
  | { readonly movedTo: Node }
  /** Nothing was done. */
  | { readonly notTaken: Error; readonly isAnswer: boolean }
  | { readonly unknown: Error };

/** The nodes of a cluster: finds the one that leads, and follows when another one does. */
export class Cluster {
  readonly label: string;
  private current: Node;
  private turn = 0;
  /** Whether a node has answered. */
  private isKnown = false;
  /** Whether nodes pass on to the leader what they are asked, in place of saying where it is. */
  private passesOn = false;

  constructor(private readonly options: RqliteOptions) {
    this.label = labelOf(options);
    this.current = this.nextNode();
  }

  /** Sends statements to the leader, as one request, and resolves to what each of them came to. */
  async ask(path: string, statements: readonly string[], asking: Asking): Promise<readonly Result[]> {
    const { op, repeatable, signal, withinMs = this.options.timeoutMs } = asking;
    const body = JSON.stringify(statements);
    let deadline: number | undefined;
    for (let hops = 0; ; ) {
      throwIfAborted(signal, op);
      const attempt = await this.attempt(this.passesOn ? path : `${path}&redirect`, body, statements.length, asking);
      if ('results' in attempt) return attempt.results;
      if ('movedTo' in attempt && hops < hopsAtMost) {
        hops += 1;
        this.current = attempt.movedTo;
        continue;
      }
      this.current = this.nextNode();
      if ('unknown' in attempt && !repeatable) throw unknownOutcome(this.label, attempt.unknown, op);
      // From the first failure on: a node that is silent must leave the others their time.
      const now = performance.now();
      deadline ??= now + withinMs;
      if (now > deadline) throw this.failure(attempt, op);
      // A leader that stays away may be there, under a name that only its nodes can reach: then a node has to pass on what is asked.
      this.passesOn = hops > 0 && 'notTaken' in attempt && !attempt.isAnswer && now > deadline - withinMs / 2;
      hops = 0;
      await sleep(pauseMs, undefined, signal && { signal }).catch(() => undefined);
    }
  }

  private nextNode(): Node {
    const { nodes } = this.options;
    const node = nodes[this.turn++ % nodes.length];
    if (!node) throw new TypeError('a cluster has a node');
    return node;
  }

  private async attempt(path: string, body: string, count: number, { op, signal }: Asking): Promise<Attempt> {
    let reply: Reply;
    try {
      reply = await send(this.current, this.options, { path, body, timeoutMs: this.options.timeoutMs, signal });
    } catch (error) {
      throwIfAborted(signal, op);
      if (!(error instanceof NoReply)) throw error;
      return error.reached ? { unknown: error } : { notTaken: error, isAnswer: false };
    }
    return this.understand(reply, count, op);
  }

  private understand({ status, version, location, body }: Reply, count: number, op: string): Attempt {
    if (version === undefined) {
      // Once a node has answered there, it is a proxy that says that none does.
      if (this.isKnown) return { unknown: new Error(`HTTP ${status}: ${body.trim().slice(0, 300)}`) };
      throw foreign(writtenHost(this.current), op);
    }
    this.isKnown = true;
    if (status === 401 || status === 403) throw denied(this.label, op);
    if (status >= 300 && status < 400 && location !== undefined) {
      const { protocol, hostname, port } = new URL(location);
      return {
        movedTo: { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || (protocol === 'https:' ? 443 : 80)) },
      };
    }
    if (status === 503) return { notTaken: new Error(body.trim()), isAnswer: true };
    const answer = status === 200 ? readAnswer(body) : undefined;
    if (!answer) return { unknown: new Error(`HTTP ${status}: ${body.trim().slice(0, 300)}`) };
    if (answer.error !== undefined) {
      const error = new Error(answer.error);
      return notTaken.test(answer.error) ? { notTaken: error, isAnswer: true } : { unknown: error };
    }
    if (answer.results.length !== count)
      return { unknown: new Error(`${answer.results.length} results for ${count} statements`) };
    return { results: answer.results };
  }

  private failure(attempt: Exclude<Attempt, { results: unknown }>, op: string) {
    if ('notTaken' in attempt && !attempt.isAnswer) return unreachable(this.label, attempt.notTaken, op);
    const cause = 'notTaken' in attempt ? attempt.notTaken : 'unknown' in attempt ? attempt.unknown : undefined;
    if (cause instanceof NoReply) return unreachable(this.label, cause, op);
    return leaderless(this.label, cause, op);
  }
}
