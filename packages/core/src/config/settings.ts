import type { ConnectionInput } from '../contract/driver.js';
import type { HazardClass } from '../contract/step.js';
import { SyncError } from '../errors.js';
import { nearest } from '../source/nearest.js';
import type { ProfileConfig, TargetConfig } from './config.js';
import { type Environment, interpolate, interpolateAll } from './interpolate.js';
import type { LoadedConfig } from './load-config.js';
import { passwordOf, type Redactor } from './redact.js';
import { resolveSecret, resolveSecrets, type SecretContext } from './secrets.js';

/** A source and what its relative paths are relative to. */
export interface Located {
  readonly text: string;
  readonly directory: string;
}

/** What holds for one call, after the config, its profile and its defaults: still without the command line. */
export interface Settings {
  readonly profile?: string;
  readonly engine?: string;
  /** The database, as it was written; connect with {@link resolveTarget}. */
  readonly target?: TargetConfig;
  readonly to?: Located;
  readonly confirm: 'ask' | 'name';
  readonly lockWaitMs?: number;
  readonly prove: boolean;
  readonly exclude: readonly string[];
  readonly with: readonly string[];
  readonly allow: readonly HazardClass[];
  readonly lenient: boolean;
  readonly scratch?: Located;
}

/** Lays a profile over the config's own values and defaults. */
export function settingsOf(loaded: LoadedConfig, name: string | undefined, environment: Environment): Settings {
  const { config, directory } = loaded;
  const profile = name === undefined ? {} : findProfile(loaded, name);
  const given = { ...config.defaults, ...profile };
  const at = name === undefined ? 'config' : `profiles.${name}`;
  const located = (text: string | undefined, path: string) =>
    text === undefined ? undefined : { text: interpolate(text, `${at}.${path}`, environment), directory };
  const target = findTarget(loaded, profile, at);
  const engine = profile.engine ?? target?.engine ?? config.engine;
  const to = located(profile.to ?? config.to, 'to');
  const scratch = located(given.scratch, 'scratch');
  return {
    confirm: profile.confirm ?? 'ask',
    prove: given.prove ?? true,
    exclude: interpolateAll(given.exclude ?? [], `${at}.exclude`, environment),
    with: interpolateAll(given.with ?? [], `${at}.with`, environment),
    allow: given.allow ?? [],
    lenient: given.lenient ?? false,
    ...(name !== undefined && { profile: name }),
    ...(engine !== undefined && { engine: interpolate(engine, `${at}.engine`, environment) }),
    ...(target && { target }),
    ...(to && { to }),
    ...(given.lockWaitMs !== undefined && { lockWaitMs: given.lockWaitMs }),
    ...(scratch && { scratch }),
  };
}

/** A target as the config names it under `targets`. */
export function namedTarget(loaded: LoadedConfig, name: string, at: string): TargetConfig {
  return pick(loaded, 'target', name, at, loaded.config.targets ?? {});
}

function findProfile(loaded: LoadedConfig, name: string): ProfileConfig {
  return pick(loaded, 'profile', name, '--profile', loaded.config.profiles ?? {});
}

function pick<T>(loaded: LoadedConfig, what: string, name: string, at: string, known: Readonly<Record<string, T>>): T {
  const found = Object.hasOwn(known, name) ? known[name] : undefined;
  if (found) return found;
  const names = Object.keys(known);
  const guess = nearest(name, names);
  throw new SyncError({
    code: 'CONFIG_INVALID',
    op: 'config',
    message: `${at}: there is no ${what} ${name} in ${loaded.file ?? 'a config, since no config file was found'}${guess ? `; did you mean ${guess}?` : ''}`,
    hint:
      names.length > 0
        ? `Known: ${names.join(', ')}.`
        : `Add it under "${what}s" in schema-sync.config.*, or pass --url.`,
  });
}

function findTarget(loaded: LoadedConfig, profile: ProfileConfig, at: string): TargetConfig | undefined {
  const { config } = loaded;
  if (profile.target !== undefined && profile.url !== undefined) {
    throw new SyncError({
      code: 'CONFIG_INVALID',
      op: 'config',
      message: `${at} names a target and a url`,
      hint: 'Keep one of them: the password of the target must not be sent to another host.',
    });
  }
  const base =
    profile.target === undefined
      ? profile.url === undefined
        ? config
        : {}
      : namedTarget(loaded, profile.target, `${at}.target`);
  const url = profile.url ?? base.url;
  if (url === undefined) return undefined;
  const engine = profile.engine ?? base.engine;
  const password = profile.password ?? base.password;
  const settings = { ...base.settings, ...profile.settings };
  return { url, settings, ...(engine !== undefined && { engine }), ...(password !== undefined && { password }) };
}

/** What resolving targets needs. */
export interface TargetContext {
  readonly environment: Environment;
  readonly redactor: Redactor;
  readonly platform: NodeJS.Platform;
  readonly signal?: AbortSignal;
}

/** Puts variables and secrets into a target, so that a driver can connect. Everything secret in it is known to the redactor from here on. */
export async function resolveTarget(
  target: TargetConfig,
  at: string,
  directory: string,
  context: TargetContext,
): Promise<ConnectionInput> {
  const secrets: SecretContext = { ...context, directory };
  const { environment, redactor } = context;
  const url = await resolveSecret(interpolate(target.url ?? '', `${at}.url`, environment), `${at}.url`, secrets);
  registerUrl(url, redactor);
  const settings = await resolveSecrets(
    interpolateAll(target.settings ?? {}, `${at}.settings`, environment),
    `${at}.settings`,
    secrets,
  );
  const password = target.password === undefined ? undefined : await resolvePassword(target.password, at, secrets);
  const all = { ...settings, ...(password !== undefined && { password }) };
  return { url, directory, ...(Object.keys(all).length > 0 && { settings: all }) };
}

async function resolvePassword(text: string, at: string, context: SecretContext): Promise<string> {
  const password = await resolveSecret(
    interpolate(text, `${at}.password`, context.environment),
    `${at}.password`,
    context,
  );
  context.redactor.add(password);
  return password;
}

/** Makes a URL's password known as a secret. */
export function registerUrl(url: string, redactor: Redactor): void {
  const password = passwordOf(url);
  if (password) redactor.add(password);
}
