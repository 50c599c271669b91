import type { RunEvent } from '../run/report.js';

/** The parts of the time that a user waits. */
export type Waiting = 'start' | 'compile' | 'inspect' | 'plan' | 'prove' | 'check-data' | 'lock' | 'apply' | 'verify';

/** How long a user waited, in all and for what, in milliseconds. The time in which a question stood is not in it. */
export interface Elapsed {
  readonly totalMs: number;
  readonly phases: Readonly<Partial<Record<Waiting, number>>>;
}

/** Measures what a command takes, phase by phase. */
export class Stopwatch {
  private readonly spent = new Map<Waiting, number>();
  private phase: Waiting = 'start';
  private since: number | undefined;

  constructor(private readonly now: () => number = () => performance.now()) {
    this.since = now();
  }

  /** A phase ends where the next begins. */
  onEvent(event: RunEvent): void {
    if (event.type === 'phase') this.enter(event.phase);
    else if (event.type === 'start') this.enter('apply');
    else if (event.type === 'verify') this.enter('verify');
  }

  /** The time until somebody has answered is nobody's waiting. */
  async without<T>(work: () => Promise<T>): Promise<T> {
    this.settle();
    this.since = undefined;
    try {
      return await work();
    } finally {
      this.since = this.now();
    }
  }

  read(): Elapsed {
    this.settle();
    const phases = Object.fromEntries(Array.from(this.spent, ([phase, ms]) => [phase, Math.round(ms)]));
    const total = [...this.spent.values()].reduce((sum, ms) => sum + ms, 0);
    return { totalMs: Math.round(total), phases };
  }

  private enter(phase: Waiting): void {
    this.settle();
    this.phase = phase;
  }

  private settle(): void {
    if (this.since === undefined) return;
    const now = this.now();
    this.spent.set(this.phase, (this.spent.get(this.phase) ?? 0) + now - this.since);
    this.since = now;
  }
}
