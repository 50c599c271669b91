import { setTimeout } from 'node:timers/promises';
import type { Door, DoorRequest } from '../contract/door.js';
import { isSyncError, type SyncError, throwIfAborted } from '../errors.js';
import { pauseAfter } from '../run/patience.js';
import { Pace } from './pace.js';
import { Room } from './room.js';

/** What somebody asked for of the connections of a fleet. */
export interface DoorLimits {
  /** How many there may be to one server. Default: as many as the work takes. */
  readonly maxConnections?: number;
  /** How many tenants are begun in a second. Default: as many as come. */
  readonly beginPerSecond?: number;
  /** How often a connection is tried again that was refused for what passes. */
  readonly retries: number;
}

interface Server {
  readonly room: Room | undefined;
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
    const party = { inside: 0 };
    return { open: (server, open, request) => this.open(party, this.server(server), open, request) };
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
    const server = { room: maxConnections === undefined ? undefined : new Room(maxConnections), isDown: false };
    this.servers.set(name, server);
    return server;
  }

  private async open<S>(
    party: { inside: number },
    server: Server,
    open: (over: () => void) => Promise<S>,
    request: DoorRequest,
  ): Promise<S> {
    const { signal, spare = false } = request;
    // A tenant is begun by its first session; those that it opens beside are a part of that.
    if (party.inside === 0) await this.pace?.next(signal);
    for (let attempts = 1; ; attempts++) {
      await server.room?.enter(party, request);
      party.inside++;
      const over = once(() => {
        party.inside--;
        server.room?.leave(party);
      });
      try {
        const session = await open(over);
        server.isDown = false;
        return session;
      } catch (error) {
        over();
        throwIfAborted(signal, 'connect');
        if (spare || !isSyncError(error) || error.details?.passes !== true) throw error;
        const isLast = attempts > this.limits.retries;
        server.isDown ||= isLast;
        if (isLast || server.isDown) throw error;
        // Nothing was begun by whoever was not let in.
        await this.pause(attempts, error, signal);
      }
    }
  }

  private async pause(attempts: number, refusal: SyncError, signal: AbortSignal | undefined): Promise<void> {
    this.retries++;
    this.lastRefusal = refusal;
    const pauseMs = pauseAfter(attempts, Math.random());
    await setTimeout(pauseMs, undefined, { ...(signal && { signal }) }).catch(() => undefined);
    throwIfAborted(signal, 'connect');
  }
}

function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    work();
  };
}
