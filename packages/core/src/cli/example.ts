import { findProject } from '../config/find-config.js';
import { declaredFirst } from '../load/driver-places.js';
import { shortName } from '../load/find-driver.js';
import type { World } from './world.js';

/** What stands in examples: an engine, and how a URL of it looks. */
export interface Example {
  readonly engine: string;
  readonly url: string;
}

/**
 * An engine whose driver is installed, for examples in help: of several one that the project itself depends on, and one whose package says how its URLs look. Only
 * packages are looked at: no config is read and no driver loaded.
 */
export function exampleOf(world: World): Example {
  const project = findProject(world.directory);
  const extra = world.environment.SCHEMA_SYNC_DRIVERS_FROM;
  const found = declaredFirst({ ...(project !== undefined && { project }), ...(extra && { extra }) });
  const drivers = found.map(({ name, manifest }) => ({ engine: shortName(name), url: manifest['schema-sync']?.url }));
  const { engine = 'ENGINE', url } = drivers.find((driver) => typeof driver.url === 'string') ?? drivers[0] ?? {};
  return { engine, url: typeof url === 'string' ? url : `${engine}:…` };
}
