import type { ConnectionInput } from '../contract/connection-input.js';
import type { Driver } from '../contract/driver.js';
import { errorAt, isSyncError, SyncError } from '../errors.js';
import { nearest } from '../nearest.js';
import type { PasswordSource, Setting, TargetConfig } from './config.js';
import { type Environment, interpolateAll } from './interpolate.js';
import type { LoadedConfig } from './load-config.js';
import { firstOf, joinPath, type Layer, type Placed, placeIn } from './place.js';
import type { Redactor } from './redact.js';
import { referenceOf, resolveSecrets, type SecretContext } from './secrets.js';

/** A database as it was written, each part with its place; connect with {@link resolveTarget}. */
export interface Target {
  /** What relative paths are relative to. */
  readonly directory: string;
  readonly url: Placed;
  readonly engine?: Placed;
  readonly password?: Placed<string | PasswordSource>;
  readonly settings: Readonly<Record<string, Placed<Setting>>>;
}

/** A database that can be connected to, and where its parts were said. */
export interface ResolvedTarget {
  readonly input: ConnectionInput;
  readonly target: Target;
  /** What its URL is known by where that came by reference: `env:APP_DB`. */
  readonly reference?: string;
}

/** What resolving targets needs. */
export interface TargetContext {
  readonly environment: Environment;
  readonly redactor: Redactor;
  readonly platform: NodeJS.Platform;
  readonly signal?: AbortSignal;
}

/** A target as the config names it under `targets`. */
export function namedTarget(loaded: LoadedConfig, name: string, at: string): Target {
  const target = targetOf(loaded, [namedLayer(loaded, name, at)]);
  if (target) return target;
  throw invalid(`${placeIn(loaded.file, 'targets', name)} has no url`, 'Add url: to it.');
}

/** The level of a config that a name under `targets` stands for. */
export function namedLayer(loaded: LoadedConfig, name: string, at: string): Layer<TargetConfig> {
  return pick(loaded, 'target', name, at, loaded.config.targets ?? {});
}

/** A database put together from levels of a config, the strongest first; undefined where none of them has a URL. */
export function targetOf(
  { file, directory }: LoadedConfig,
  layers: readonly Layer<TargetConfig>[],
): Target | undefined {
  const url = firstOf(file, layers, 'url');
  if (!url) return undefined;
  const engine = firstOf(file, layers, 'engine');
  const password = firstOf(file, layers, 'password');
  const settings = [...layers]
    .reverse()
    .flatMap(({ path, values }) =>
      Object.entries(values.settings ?? {}).map(
        ([name, value]) => [name, { value, at: placeIn(file, joinPath(path, 'settings'), name) }] as const,
      ),
    );
  return {
    directory,
    url,
    settings: Object.fromEntries(settings),
    ...(engine && { engine }),
    ...(password && { password }),
  };
}

/** What the config has under a name; CONFIG_INVALID with the nearest name where it has nothing. */
export function pick<T>(
  loaded: LoadedConfig,
  what: 'profile' | 'target',
  name: string,
  at: string,
  known: Readonly<Record<string, T>>,
): Layer<T> {
  const found = Object.hasOwn(known, name) ? known[name] : undefined;
  if (found) return { path: joinPath(`${what}s`, name), values: found };
  const names = Object.keys(known);
  const guess = nearest(name, names);
  throw invalid(
    `${at}: there is no ${what} ${name}${loaded.file === undefined ? ', since no config file was found' : ` in ${loaded.file}`}${guess ? `; did you mean ${guess}?` : ''}`,
    names.length > 0
      ? `Known: ${names.join(', ')}.`
      : `Add it under "${what}s" in schema-sync.config.*, or pass --url.`,
  );
}

/** Puts variables and secrets into a target, so that a driver can connect. Everything secret in it is known to the redactor from here on. */
export async function resolveTarget(target: Target, context: TargetContext): Promise<ResolvedTarget> {
  const secrets: SecretContext = { ...context, directory: target.directory };
  const interpolated = <T>({ value, at }: Placed<T>) => interpolateAll(value, at, context.environment);
  const resolve = <T>(placed: Placed<T>) => resolveSecrets(interpolated(placed), placed.at, secrets);
  const reference = referenceOf(interpolated(target.url));
  const url = await resolve(target.url);
  context.redactor.addUrl(url);
  if (reference !== undefined) for (const text of partsOf(url)) context.redactor.addReference(text, reference);
  const settings: Record<string, unknown> = {};
  for (const [name, placed] of Object.entries(target.settings)) settings[name] = await resolve(placed);
  if (target.password) {
    const { value, at } = target.password;
    settings.password =
      typeof value === 'function'
        ? source(value, context.redactor)
        : kept(await resolve({ value, at }), context.redactor);
  }
  const named = Object.keys(settings).length > 0;
  return {
    input: { url, directory: target.directory, ...(named && { settings }) },
    target,
    ...(reference !== undefined && { reference }),
  };
}

/** A password that is never shown. */
function kept(password: string, redactor: Redactor): string {
  redactor.add(password);
  return password;
}

/** What is asked for a password at every connection; none that it gives is ever shown. */
function source(give: PasswordSource, redactor: Redactor): PasswordSource {
  return async () => {
    const password = await give();
    // Whatever else it gives, the driver refuses.
    if (typeof password === 'string') redactor.add(password);
    return password;
  };
}

/** A URL, and what an error about it may still show of it: without its scheme, and without whoever stands before the host. */
function partsOf(url: string): readonly string[] {
  const rest = url.slice(url.indexOf(':') + 1);
  return [url, rest, rest.replace(/^\/+/, ''), rest.slice(rest.lastIndexOf('@') + 1)];
}

/**
 * Has the driver check what it is to connect with, so that what is wrong is told with the place where it was said. Where that came by reference, what the driver
 * makes of it (an absolute path, a host) is from here on shown by the reference, too.
 */
export function checkTarget(driver: Driver, { input, target, reference }: ResolvedTarget, redactor: Redactor): void {
  try {
    const options = driver.options(input);
    if (reference === undefined) return;
    const label = driver.label(options);
    const parts = textsIn(options).filter((part) => label.includes(part));
    for (const text of [label, ...parts]) redactor.addReference(text, reference);
  } catch (error) {
    if (!isSyncError(error)) throw error;
    throw errorAt(error, placeOf(error.details?.setting, target));
  }
}

/** The texts of options, however they are nested. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function placeOf(setting: unknown, { url, password, settings }: Target): string {
  if (typeof setting !== 'string') return url.at;
  if (setting === 'password' && password) return password.at;
  return (Object.hasOwn(settings, setting) ? settings[setting]?.at : undefined) ?? url.at;
}

function invalid(message: string, hint: string): SyncError {
  return new SyncError({ code: 'CONFIG_INVALID', op: 'config', message, hint });
}
