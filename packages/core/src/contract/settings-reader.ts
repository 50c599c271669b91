import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { SyncError } from '../errors.js';
import { nearest } from '../nearest.js';

/** What a user gave for a connection, by the names of settings. */
export type GivenSettings = Readonly<Record<string, unknown>>;

/** A host, with the port where one is said. */
export interface NamedHost {
  readonly host: string;
  readonly port?: number;
}

/** What a reader of settings has to know of an engine. */
export interface ReadSettings {
  /** What people call it, for messages. */
  readonly product: string;
  /** The names of all settings. */
  readonly names: readonly string[];
  /** Those of them that may not stand in a URL. */
  readonly secrets: readonly string[];
  /** A URL, for hints: `For example: …`. */
  readonly example: string;
}

/** Reads what a user gave for a connection: settings beside a URL, and the parts of the URL. Whatever is wrong is CONFIG_INVALID with a hint, and shows no value. */
export class SettingsReader {
  constructor(private readonly engine: ReadSettings) {}

  /** Settings beside the URL, and behind its question mark; the former come first. Names that there are not are refused, with the nearest one. */
  given(query: string, settings: GivenSettings): GivenSettings {
    const { names, secrets } = this.engine;
    const open = names.filter((name) => !secrets.includes(name));
    const said = [...new URLSearchParams(query)];
    for (const [name] of said) if (!open.includes(name)) throw this.unknown(name, open);
    for (const name of Object.keys(settings)) if (!names.includes(name)) throw this.unknown(name, names);
    const parameters = said.map(([name, value]) => [name, /^\d+$/.test(value) ? Number(value) : value]);
    return { ...Object.fromEntries(parameters), ...settings };
  }

  text(value: unknown, setting: string): string | undefined {
    if (value === undefined || typeof value === 'string') return value;
    if (typeof value === 'number') return String(value);
    throw this.invalid(`${setting} must be a text`, 'Write it in quotes.', { setting });
  }

  milliseconds(value: unknown, setting: string, { usual, least }: { readonly usual: number; readonly least: number }) {
    const given = value ?? usual;
    if (typeof given === 'number' && Number.isInteger(given) && given >= least && given < 2 ** 31) return given;
    const message = `${setting} must be a number of milliseconds from ${least} on`;
    throw this.invalid(message, `For example: ${setting}: ${usual}.`, { setting });
  }

  /** The PEM files of TLS that settings name, read; `without` says what to write where no TLS is spoken. */
  pem(
    given: GivenSettings,
    directory: string,
    { isSpoken, without }: { readonly isSpoken: boolean; readonly without: string },
  ): Readonly<Partial<Record<'ca' | 'cert' | 'key', string>>> | undefined {
    const files = (['ca', 'cert', 'key'] as const).flatMap((setting) => {
      const path = this.text(given[setting], setting);
      if (path === undefined) return [];
      if (!isSpoken) throw this.invalid(`${setting} is given, and no TLS is spoken`, without, { setting });
      return [[setting, this.file(resolve(directory, path), setting)] as const];
    });
    return isSpoken ? Object.fromEntries(files) : undefined;
  }

  /** `user:password` of a URL. */
  account(written: string | undefined): { readonly user?: string; readonly password?: string } {
    if (written === undefined) return {};
    const colon = written.indexOf(':');
    if (colon < 0) return { user: this.decode(written) };
    return { user: this.decode(written.slice(0, colon)), password: this.decode(written.slice(colon + 1)) };
  }

  /** `host`, `host:port` or `[::1]:port` of a URL. */
  host(written: string): NamedHost {
    const [, six, plain, said] = /^(?:\[([0-9a-f:.]+)\]|([^:[\]\s]+))(?::(\d{1,5}))?$/i.exec(written) ?? [];
    const host = six ?? plain;
    const port = said === undefined ? undefined : Number(said);
    if (host === undefined || (port !== undefined && (port < 1 || port > 65_535)))
      throw this.invalid('the URL names a node that cannot be read', this.engine.example);
    return { host: this.decode(host).toLowerCase(), ...(port !== undefined && { port }) };
  }

  /** A part of a URL without its %. */
  decode(part: string): string {
    try {
      return decodeURIComponent(part);
    } catch {
      throw this.invalid('the URL holds a % that stands for nothing', 'Write a % as %25.');
    }
  }

  /** That something that the user gave cannot be taken. */
  invalid(
    message: string,
    hint: string,
    { setting, cause }: { readonly setting?: string; readonly cause?: unknown } = {},
  ): SyncError {
    return new SyncError({
      ...{ code: 'CONFIG_INVALID', op: 'connect', message, hint },
      ...(setting !== undefined && { details: { setting } }),
      ...(cause !== undefined && { cause }),
    });
  }

  private file(path: string, setting: string): string {
    try {
      return readFileSync(path, 'utf8');
    } catch (cause) {
      const hint = 'Check the path, and who may read the file.';
      throw this.invalid(`${setting}: ${path} cannot be read`, hint, { setting, cause });
    }
  }

  private unknown(name: string, names: readonly string[]): SyncError {
    const near = nearest(name, names);
    const hint = near === undefined ? `There are: ${names.join(', ')}.` : `Did you mean ${near}?`;
    return this.invalid(`${this.engine.product} has no setting ${name}`, hint, { setting: name });
  }
}

/** A host and its port as a URL writes them. */
export function writtenHost({ host, port }: { readonly host: string; readonly port: number }): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}
