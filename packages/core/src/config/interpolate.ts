import { SyncError } from '../errors.js';

/** The variables that `${NAME}` is looked up in. */
export type Environment = Readonly<Record<string, string | undefined>>;

const reference = /\$\$\{|\$\{([^}]*)\}/g;
const inside = /^([A-Za-z_]\w*)(?::-([\s\S]*))?$/;

/**
 * Puts variables into a string: `${NAME}`, or `${NAME:-default}` where it may be missing or empty; `$${` stands for `${` itself.
 * The result is used and never written back.
 */
export function interpolate(text: string, at: string, environment: Environment): string {
  return text.replace(reference, (whole, body: string | undefined) => {
    if (body === undefined) return '${';
    const parts = inside.exec(body);
    if (!parts)
      throw invalid(
        `${at}: ${whole} is not a variable`,
        `Write \${NAME} or \${NAME:-default}; $\${ stands for \${ itself.`,
      );
    const [, name = '', fallback] = parts;
    const value = environment[name];
    if (fallback !== undefined) return value || fallback;
    if (value === undefined) {
      throw invalid(
        `${at}: the environment variable ${name} is not set`,
        `Set ${name}, or give a default: \${${name}:-default}.`,
      );
    }
    return value;
  });
}

/** The same for every string inside a value. */
export function interpolateAll<T>(value: T, at: string, environment: Environment): T {
  return walk(value, at, environment) as T;
}

/** A text in which nothing is to be put, as a config would have to write it. */
export function uninterpolated(text: string): string {
  return text.replaceAll('${', () => '$${');
}

function walk(value: unknown, at: string, environment: Environment): unknown {
  if (typeof value === 'string') return interpolate(value, at, environment);
  if (Array.isArray(value)) return value.map((item, i) => walk(item, `${at}[${i}]`, environment));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, walk(member, `${at}.${name}`, environment)]),
  );
}

function invalid(message: string, hint: string): SyncError {
  return new SyncError({ code: 'CONFIG_INVALID', op: 'config', message, hint });
}
