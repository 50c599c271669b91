import type { Driver } from '../contract/driver.js';
import { errorWithHint, isSyncError, SyncError } from '../errors.js';
import { installedDrivers, packageOf } from './driver-places.js';
import { type LoadOptions, loadDriver, loadDriverPackage } from './load-driver.js';

/** The driver that answers to a URL's scheme: the one of that name, or an installed one that lists it among its protocols. */
export async function driverForProtocol(protocol: string, options: LoadOptions): Promise<Driver> {
  try {
    return await loadDriver(protocol, options);
  } catch (error) {
    if (!isSyncError(error) || error.code !== 'DRIVER_NOT_INSTALLED') throw error;
    const driver = await firstWith(protocol, options);
    if (driver) return driver;
    // A scheme may be a second name of an engine, and its package has the first.
    throw errorWithHint(
      error,
      `${error.hint}. The README of @sync/core lists the engines, with the schemes of their URLs.`,
    );
  }
}

/** The only driver there is; with none or several of them, the user must say which. */
export async function onlyDriver(options: LoadOptions): Promise<Driver> {
  const names = driverNames(options);
  const [name] = names;
  if (name !== undefined && names.length === 1) return loadDriver(name, options);
  if (names.length === 0) {
    throw new SyncError({
      code: 'DRIVER_NOT_INSTALLED',
      op: 'driver.load',
      message: 'no driver is installed',
      hint: 'Install one with schema-sync drivers add ENGINE.',
    });
  }
  throw new SyncError({
    code: 'USAGE',
    op: 'driver.load',
    message: 'nothing says which engine is meant',
    hint: `Say --engine NAME, begin the URL with it (NAME://…), or set engine in the config. Installed: ${names.map(shortName).join(', ')}.`,
  });
}

/** What drivers can be loaded by: names from the config, and packages that are installed. */
export function driverNames(options: LoadOptions): readonly string[] {
  const places = {
    ...(options.from !== undefined && { project: options.from }),
    ...(options.extra !== undefined && { extra: options.extra }),
  };
  const used = Object.entries(options.use ?? {});
  const replaced = new Set(used.flatMap(([name, origin]) => [origin, packageOf(name)]));
  const installed = installedDrivers(places).map((found) => found.name);
  return [...used.map(([name]) => name), ...installed.filter((name) => !replaced.has(name))];
}

/** A package's name as people type it. */
export function shortName(name: string): string {
  return name.replace(/^@sync\/driver-/, '');
}

/** A driver that cannot be loaded is not the one that was meant, unless no other is. */
async function firstWith(protocol: string, options: LoadOptions): Promise<Driver | undefined> {
  for (const name of driverNames(options)) {
    const driver = await loadDriverPackage(name, options).then(
      (loaded) => loaded.driver,
      () => undefined,
    );
    if (driver?.protocols.includes(protocol)) return driver;
  }
  return undefined;
}
