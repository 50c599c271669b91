import { type LoadedConfig, loadConfig } from '../config/load-config.js';
import { isSyncError, type SyncError } from '../errors.js';
import { driverNames, shortName } from '../load/find-driver.js';
import { type LoadedDriver, type LoadOptions, loadDriverPackage } from '../load/load-driver.js';
import type { Invocation } from './command.js';
import { driverOptions } from './driver-options.js';

/** A driver that was found, loaded or not. */
export interface InspectedDriver {
  readonly name: string;
  readonly loaded?: LoadedDriver;
  readonly problem?: SyncError;
}

/** Loads every driver that can be found, and keeps what goes wrong with each. */
export async function inspectDrivers({ flags, world }: Invocation): Promise<{
  readonly drivers: readonly InspectedDriver[];
  readonly options: LoadOptions;
  readonly config: LoadedConfig;
}> {
  const config = await loadConfig(world.directory, (flags as { readonly config?: string | undefined }).config);
  const options = driverOptions(config, world);
  const drivers = await Promise.all(
    driverNames(options).map(async (name): Promise<InspectedDriver> => {
      try {
        return { name: shortName(name), loaded: await loadDriverPackage(name, options) };
      } catch (error) {
        if (isSyncError(error)) return { name: shortName(name), problem: error };
        throw error;
      }
    }),
  );
  return { drivers, options, config };
}
