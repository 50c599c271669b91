import { SyncError } from '../errors.js';

/** Listens for interruptions. */
export interface Interruption {
  readonly signal: AbortSignal;
  /** Stops listening. */
  release(): void;
}

/** What signals do to this process: the first asks the work to stop in good order, the second ends the process at once, as it would have without us. */
export function listenForInterruption(target: NodeJS.Process, say: (text: string) => void): Interruption {
  const controller = new AbortController();
  const handlers = {
    SIGINT: () => stop('CANCELLED', 'interrupted (SIGINT)'),
    SIGTERM: () => stop('TERMINATED', 'told to end (SIGTERM)'),
  } as const;
  const release = () => {
    for (const [name, handler] of Object.entries(handlers)) target.off(name, handler);
  };
  function stop(code: 'CANCELLED' | 'TERMINATED', message: string): void {
    release();
    say(`${message}: finishing or rolling back what is under way; again to stop at once`);
    controller.abort(new SyncError({ code, op: 'cli', message }));
  }
  for (const [name, handler] of Object.entries(handlers)) target.on(name, handler);
  return { signal: controller.signal, release };
}
