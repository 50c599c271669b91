import { isSyncError } from '@sync/core';
import { openClient } from './open.js';
import type { MysqlOptions } from './options.js';

/** A session that waits for an answer. */
export interface Waiting {
  readonly options: MysqlOptions;
  /** How much has come from the server so far. */
  received(): number;
  /** Ends it on this side: nobody else is there to do so. */
  lose(reason: string): void;
}

/** How often the server is looked for in the time that it may be silent. */
const looks = 3;

/**
 * Tells a server that is at work for hours from a network that has fallen silent: where nothing comes, somebody else is sent to be let in. Who is answered, be it that
 * every connection is taken, has heard the server. Returns how to stop watching.
 */
export function watchSilence({ options, received, lose }: Waiting): () => void {
  if (options.silenceMs === 0) return () => {};
  const pauseMs = Math.ceil(options.silenceMs / looks);
  let heardAt = performance.now();
  let before = received();
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const look = async () => {
    const now = received();
    if (now !== before || (await isHeard(options, pauseMs))) heardAt = performance.now();
    before = now;
    if (isOver) return;
    const silentFor = performance.now() - heardAt;
    if (silentFor < options.silenceMs) wait();
    else lose(`nothing has been heard of the server for ${Math.round(silentFor / 1000)} seconds`);
  };
  const wait = () => {
    timer = setTimeout(() => void look(), pauseMs);
    timer.unref();
  };
  wait();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

async function isHeard(options: MysqlOptions, withinMs: number): Promise<boolean> {
  try {
    const limited = { ...options, connectTimeoutMs: Math.min(options.connectTimeoutMs, withinMs) };
    (await openClient(limited, undefined, { database: undefined, spare: true })).destroy();
    return true;
  } catch (error) {
    return isSyncError(error) && error.details?.reason !== 'host';
  }
}
