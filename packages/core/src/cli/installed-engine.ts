import { findProject } from '../config/find-config.js';
import { driverNames, shortName } from '../load/find-driver.js';
import type { World } from './world.js';

/** The name of an engine whose driver is installed, for examples in help. Only package names are looked at: no config is read and no driver loaded. */
export function installedEngine(world: World): string | undefined {
  const project = findProject(world.directory);
  const extra = world.environment.SCHEMA_SYNC_DRIVERS_FROM;
  const [name] = driverNames({ ...(project !== undefined && { from: project }), ...(extra && { extra }) });
  return name === undefined ? undefined : shortName(name);
}
