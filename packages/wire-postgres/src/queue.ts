const nothing: Promise<unknown> = Promise.resolve();

/** Runs tasks one after the other, since a connection has one transaction at a time; those that may be under way together are not made to wait for each other. */
export class Queue {
  /** The last that was to be alone. */
  private last = nothing;
  /** All since then. */
  private together = nothing;

  /** Runs a task when all before it are done, and none beside it. */
  run<T>(task: () => T | Promise<T>): Promise<T> {
    const next = Promise.all([this.last, this.together]).then(task);
    this.last = next.catch(() => undefined);
    this.together = nothing;
    return next;
  }

  /** Runs a task beside others like it. */
  beside<T>(task: () => Promise<T>): Promise<T> {
    const next = this.last.then(task);
    this.together = Promise.all([this.together, next.catch(() => undefined)]);
    return next;
  }
}
