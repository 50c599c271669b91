import type { HazardClass } from '../contract/step.js';
import { SyncError } from '../errors.js';
import type { OnlineChoice } from '../plan/online.js';
import type { DefaultsConfig, ProfileConfig } from './config.js';
import { type Environment, interpolateAll } from './interpolate.js';
import type { LoadedConfig } from './load-config.js';
import { firstOf, type Layer, type Placed, placeIn } from './place.js';
import { namedLayer, namedTarget, pick, type Target, targetOf } from './target.js';

/** A source and what its relative paths are relative to. */
export interface Located {
  readonly text: string;
  readonly directory: string;
  /** Where a config says it; absent for what the command line says. */
  readonly at?: string;
}

/** What holds for one call, after the config, its profile and its defaults: still without the command line. */
export interface Settings {
  readonly profile?: string;
  readonly engine?: Placed;
  /** The database, as it was written. */
  readonly target?: Target;
  readonly to?: Located;
  readonly confirm: 'ask' | 'name';
  readonly lockWaitMs?: number;
  readonly prove: boolean;
  readonly online?: OnlineChoice;
  readonly exclude: readonly string[];
  readonly with: readonly string[];
  readonly allow: readonly HazardClass[];
  readonly lenient: boolean;
  readonly scratch?: Located;
}

/** Lays a profile over the config's own values and defaults. */
export function settingsOf(loaded: LoadedConfig, name: string | undefined, environment: Environment): Settings {
  const { config, directory, file } = loaded;
  const profile: Layer<ProfileConfig> =
    name === undefined
      ? { path: '', values: {} }
      : pick(loaded, 'profile', name, '--profile', loaded.config.profiles ?? {});
  const whole = { path: '', values: config };
  const given: readonly Layer<DefaultsConfig>[] = [profile, { path: 'defaults', values: config.defaults ?? {} }];
  const put = <T>(placed: Placed<T> | undefined) => placed && interpolateAll(placed.value, placed.at, environment);
  const located = (placed: Placed | undefined): Located | undefined =>
    placed && { text: interpolateAll(placed.value, placed.at, environment), directory, at: placed.at };
  const target = findTarget(loaded, profile);
  const engine = firstOf(file, [profile], 'engine') ?? target?.engine ?? firstOf(file, [whole], 'engine');
  const to = located(firstOf<ProfileConfig, 'to'>(file, [profile, whole], 'to'));
  const scratch = located(firstOf(file, given, 'scratch'));
  const lockWaitMs = firstOf(file, given, 'lockWaitMs')?.value;
  const online = firstOf(file, given, 'online')?.value;
  return {
    confirm: profile.values.confirm ?? 'ask',
    prove: firstOf(file, given, 'prove')?.value ?? true,
    exclude: put(firstOf(file, given, 'exclude')) ?? [],
    with: put(firstOf(file, given, 'with')) ?? [],
    allow: firstOf(file, given, 'allow')?.value ?? [],
    lenient: firstOf(file, given, 'lenient')?.value ?? false,
    ...(name !== undefined && { profile: name }),
    ...(engine && { engine: { value: interpolateAll(engine.value, engine.at, environment), at: engine.at } }),
    ...(target && { target }),
    ...(to && { to }),
    ...(lockWaitMs !== undefined && { lockWaitMs }),
    ...(online !== undefined && { online }),
    ...(scratch && { scratch }),
  };
}

/** A profile's own database replaces that of the config whole; a target that it names takes what the profile says beside it. */
function findTarget(loaded: LoadedConfig, profile: Layer<ProfileConfig>): Target | undefined {
  const { target, url } = profile.values;
  if (target !== undefined && url !== undefined) {
    throw new SyncError({
      code: 'CONFIG_INVALID',
      op: 'config',
      message: `${placeIn(loaded.file, profile.path)} names a target and a url`,
      hint: 'Keep one of them: the password of the target must not be sent to another host.',
    });
  }
  if (target !== undefined) {
    const at = placeIn(loaded.file, profile.path, 'target');
    return targetOf(loaded, [profile, namedLayer(loaded, target, at)]) ?? namedTarget(loaded, target, at);
  }
  return targetOf(loaded, url === undefined ? [profile, { path: '', values: loaded.config }] : [profile]);
}
