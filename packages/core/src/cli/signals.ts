import { SyncError } from '../errors.js';

type SignalName = 'SIGINT' | 'SIGTERM';

/** Where signals arrive: the process. */
export interface SignalTarget {
  on(name: SignalName, handler: () => void): unknown;
  off(name: SignalName, handler: () => void): unknown;
}

/** Listens for interruptions. */
export interface Interruption {
  readonly signal: AbortSignal;
  /** Told while a question stands, when an interruption has nothing to finish. */
  readonly onQuestion: (stands: boolean) => void;
  /** Stops listening. */
  release(): void;
}

/** What signals do to this process: the first asks the work to stop in good order, the second ends the process at once, as it would have without us. */
export function listenForInterruption(target: SignalTarget, say: (text: string) => void): Interruption {
  const controller = new AbortController();
  let asking = false;
  const handlers = {
    SIGINT: () => stop('CANCELLED', 'interrupted (SIGINT)'),
    SIGTERM: () => stop('TERMINATED', 'told to end (SIGTERM)'),
  };
  const names = ['SIGINT', 'SIGTERM'] as const;
  const release = () => {
    for (const name of names) target.off(name, handlers[name]);
  };
  function stop(code: 'CANCELLED' | 'TERMINATED', message: string): void {
    release();
    if (!asking) say(`${message}: finishing or rolling back what is under way; again to stop at once`);
    const told = asking ? `${message} while a question stood; nothing was changed` : message;
    controller.abort(new SyncError({ code, op: 'cli', message: told }));
  }
  for (const name of names) target.on(name, handlers[name]);
  const onQuestion = (stands: boolean) => {
    asking = stands;
  };
  return { signal: controller.signal, onQuestion, release };
}
