import { interpolateAll } from '../config/interpolate.js';
import type { LoadedConfig } from '../config/load-config.js';
import { placeIn } from '../config/place.js';
import type { LoadOptions } from '../load/load-driver.js';
import type { World } from './world.js';

/** Where drivers come from for a config and a process. */
export function driverOptions({ config, directory, project, file }: LoadedConfig, { environment }: World): LoadOptions {
  const drivers = interpolateAll(config.drivers ?? {}, placeIn(file, 'drivers'), environment);
  const extra = environment.SCHEMA_SYNC_DRIVERS_FROM;
  const userAgent = environment.npm_config_user_agent;
  return {
    directory,
    ...(project !== undefined && { from: project }),
    ...(extra && { extra }),
    ...(drivers.allow && { allow: drivers.allow }),
    ...(drivers.use && { use: drivers.use }),
    ...(userAgent !== undefined && { userAgent }),
  };
}
