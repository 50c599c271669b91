const dieAt = Number(process.env.DIE_AT ?? 0);
let statements = 0;

/** Counts a moment at which the process may die: it kills itself at the one that DIE_AT names, as a power cut would. */
export function pass() {
  if (++statements === dieAt) process.kill(process.pid, 'SIGKILL');
}

/** Has a connection pass before and after each statement that it executes. `more` are other methods in the place of its own. */
export function dying(connection, more = {}) {
  return new Proxy(connection, {
    get(target, name) {
      if (name === 'execute') {
        return async (...args) => {
          pass();
          await target.execute(...args);
          pass();
        };
      }
      if (Object.hasOwn(more, name)) return more[name];
      const value = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
