import { setTimeout } from 'node:timers/promises';
import type { Capacity, Door, DoorRequest } from '../contract/door.js';
import { isSyncError, type SyncError, throwIfAborted } from '../errors.js';
import { pauseAfter } from '../run/patience.js';
import { Pace } from './pace.js';
import { mostPerTenant, Room } from './room.js';

/** What somebody asked for of the connections of a fleet. */
export interface DoorLimits {
  /** How many there may be to one server. Default: a share of what the server lets in, where it tells that. */
  readonly maxConnections?: number;
  /** How many tenants are begun in a second. Default: as many as come. */
  readonly beginPerSecond?: number;
  /** How often a connection is tried again that was refused for what passes. */
  readonly retries: number;
}

/** The share of what a server lets in that a fleet takes where nobody said how much: others are to be let in, too. */
const usualShare = 0.75;

/** How many come to ask one after the other before all are let come at once: a server that lets nobody in is not to keep them in a row. */
const askedAtMost = 3;

/** One tenant, or whoever asks for all of them, by its sessions. */
interface Party {
  /** How many are open. */
  inside: number;
  /** How many are on their way. */
  coming: number;
  /** Settled once it may begin. */
  turn?: Promise<void> | undefined;
}

interface Server {
  room: Room | undefined;
  /** Settled once the first session has told how many there may be, or could not. */
  asking?: Promise<void> | undefined;
  /** Whether the server does not tell, or could not be asked for too long. */
  isUntold?: boolean;
  /** How many came to ask and were not let in. */
  refused: number;
  /** Set once all attempts of somebody were in vain, until somebody is let in: the others need not wait as long to hear the same. */
  isDown: boolean;
}

/** The doors of all tenants of a fleet to the servers that they are on. */
export class Doors {
  /** How often a connection was tried again. */
  retries = 0;
  /** What the last of them was tried again for. */
  lastRefusal: SyncError | undefined;
  private readonly servers = new Map<string, Server>();
  private readonly pace: Pace | undefined;

  constructor(private readonly limits: DoorLimits) {
    if (limits.beginPerSecond !== undefined) this.pace = new Pace(limits.beginPerSecond);
  }

  /** The door of one tenant, or of whoever asks for all of them. */
  door(): Door {
    const party: Party = { inside: 0, coming: 0 };
    return {
      open: async (server, open, request) => {
        // A tenant is begun by its first session, and whatever it opens beside waits with that. Counted before anything is waited for.
        if (party.inside + party.coming === 0) party.turn = this.pace?.next(request.signal);
        party.coming++;
        try {
          await party.turn;
          return await this.open(party, this.server(server), open, request);
        } finally {
          party.coming--;
        }
      },
    };
  }

  /** Does what only reads again where its connection was lost: there is nothing of it that could have been done. */
  async reading<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    for (let attempts = 1; ; attempts++) {
      try {
        return await work();
      } catch (error) {
        if (!isSyncError(error) || error.code !== 'CONNECTION_LOST' || attempts > this.limits.retries) throw error;
        await this.pause(attempts, error, signal);
      }
    }
  }

  private server(name: string): Server {
    const known = this.servers.get(name);
    if (known) return known;
    const { maxConnections } = this.limits;
    const server: Server = {
      room: maxConnections === undefined ? undefined : new Room(maxConnections),
      isDown: false,
      refused: 0,
    };
    this.servers.set(name, server);
    return server;
  }

  private async open<S>(
    party: Party,
    server: Server,
    open: (over: () => void) => Promise<S>,
    request: DoorRequest & Capacity<S>,
  ): Promise<S> {
    const { signal, spare = false } = request;
    for (let attempts = 1; ; attempts++) {
      const first = await this.first(server, request);
      let { room } = server;
      await room?.enter(party, request);
      party.inside++;
      let isOver = false;
      const over = once(() => {
        isOver = true;
        party.inside--;
        room?.leave(party);
      });
      try {
        const session = await open(over);
        server.isDown = false;
        if (first) {
          await tellRoom(server, session, request);
          if (!isOver) await server.room?.enter(party, {});
          if (!isOver) room = server.room;
        }
        return session;
      } catch (error) {
        over();
        if (first) server.isUntold = ++server.refused >= askedAtMost;
        first?.done();
        throwIfAborted(signal, 'connect');
        if (spare || !isSyncError(error) || error.details?.passes !== true) throw error;
        const isLast = attempts > this.limits.retries;
        server.isDown ||= isLast;
        if (isLast || server.isDown) throw error;
        // Nothing was begun by whoever was not let in.
        await this.pause(attempts, error, signal);
      } finally {
        first?.done();
      }
    }
  }

  /** Whether this is the session that is to ask how many there may be; others wait for what it is told. */
  private async first(server: Server, { signal, capacity }: DoorRequest & Capacity<never>) {
    for (;;) {
      throwIfAborted(signal, 'connect');
      if (server.room || server.isUntold || !capacity) return undefined;
      if (!server.asking) break;
      await server.asking;
    }
    let settle = () => {};
    server.asking = new Promise((resolve) => {
      settle = resolve;
    });
    const done = once(() => {
      server.asking = undefined;
      settle();
    });
    return { done };
  }

  private async pause(attempts: number, refusal: SyncError, signal: AbortSignal | undefined): Promise<void> {
    this.retries++;
    this.lastRefusal = refusal;
    const pauseMs = pauseAfter(attempts, Math.random());
    await setTimeout(pauseMs, undefined, { ...(signal && { signal }) }).catch(() => undefined);
    throwIfAborted(signal, 'connect');
  }
}

async function tellRoom<S>(server: Server, session: S, { capacity }: Capacity<S>): Promise<void> {
  try {
    const count = Math.floor(Number(await capacity?.(session)) * usualShare);
    if (Number.isFinite(count)) server.room = new Room(Math.max(mostPerTenant, count));
  } catch {
    // Nobody asked for a limit: where the server does not tell, there is none.
  }
  server.isUntold = server.room === undefined;
}

function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    work();
  };
}
