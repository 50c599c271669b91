import { existsSync, statSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Driver } from '../contract/driver.js';
import { SyncError } from '../errors.js';
import { checkDriver } from './check-driver.js';
import { candidatesFor, type DriverPlaces, findDriverPackage, isAllowed } from './driver-places.js';
import { entryOf, readManifest } from './package-files.js';
import { installCommand, packageManagerOf } from './package-manager.js';

/** Where a driver may come from. */
export interface LoadOptions {
  /** The user's project: drivers resolve from here, then from where this package is. Absent: only the latter. */
  readonly from?: string;
  /** A further folder to resolve from. */
  readonly extra?: string;
  /** Packages that may be loaded beyond the `@sync/` scope and the project's declared dependencies. */
  readonly allow?: readonly string[];
  /** The package or path of an engine's driver where it is not the default one; naming it here allows it. Paths are relative to `directory`. */
  readonly use?: Readonly<Record<string, string>>;
  /** What paths in `use` are relative to. Default: `from`. */
  readonly directory?: string;
  /** `npm_config_user_agent`, for the words of a hint. */
  readonly userAgent?: string;
}

/** A driver and the package that it came from. */
export interface LoadedDriver {
  readonly driver: Driver;
  /** The package's name, or the path that the config names. */
  readonly origin: string;
  readonly version?: string;
  readonly file: string;
}

/** Loads the driver of an engine: `@sync/driver-<name>`, the package of that full name, or what `use` says. */
export async function loadDriver(name: string, options: LoadOptions = {}): Promise<Driver> {
  return (await loadDriverPackage(name, options)).driver;
}

/** The same, with the package that the driver came from. */
export async function loadDriverPackage(name: string, options: LoadOptions): Promise<LoadedDriver> {
  const used = options.use && Object.hasOwn(options.use, name) ? options.use[name] : undefined;
  if (!used && isPath(name))
    throw refused(
      name,
      `A path is only loaded where the config names it: drivers: { use: { ENGINE: ${JSON.stringify(name)} } }.`,
    );
  const located = used && isPath(used) ? locatePath(used, options) : locatePackage(name, used, options);
  const driver = await importDriver(located);
  const expected =
    used || !located.origin.startsWith('@sync/') ? undefined : located.origin.slice('@sync/driver-'.length);
  const wanted = used ? name : expected;
  if (wanted !== undefined && wanted !== driver.name) {
    throw invalid(located, [`it is the driver of ${driver.name}, and ${wanted} was asked for`]);
  }
  return { driver, ...located };
}

interface Located {
  readonly origin: string;
  readonly file: string;
  readonly version?: string;
}

function locatePackage(name: string, used: string | undefined, options: LoadOptions): Located {
  const { allow = [] } = options;
  const places: DriverPlaces = {
    ...(options.from !== undefined && { project: options.from }),
    ...(options.extra !== undefined && { extra: options.extra }),
  };
  const candidates = used === undefined ? candidatesFor(name, places, allow) : [used];
  for (const candidate of candidates) {
    if (used === undefined && !isAllowed(candidate, places, allow)) {
      throw refused(
        candidate,
        `If you trust it, add it to the project's dependencies, or to the config: drivers: { allow: [${JSON.stringify(candidate)}] }.`,
      );
    }
    const found = findDriverPackage(candidate, places);
    if (found)
      return {
        origin: candidate,
        file: entryOf(found),
        ...(found.manifest.version !== undefined && { version: found.manifest.version }),
      };
  }
  throw notInstalled(name, candidates[0] ?? name, options);
}

function locatePath(path: string, options: LoadOptions): Located {
  const full = resolve(options.directory ?? options.from ?? '.', path);
  if (!existsSync(full)) {
    throw new SyncError({
      code: 'DRIVER_NOT_INSTALLED',
      op: 'driver.load',
      message: `the config names the driver ${path}, and there is nothing at ${full}`,
      hint: 'Correct the path under drivers.use in the config.',
    });
  }
  if (!statSync(full).isDirectory()) return { origin: path, file: full };
  const manifest = readManifest(full) ?? {};
  const file = entryOf({ name: path, folder: full, manifest });
  return { origin: path, file, ...(manifest.version !== undefined && { version: manifest.version }) };
}

async function importDriver(located: Located): Promise<Driver> {
  let module: { readonly default?: unknown };
  try {
    module = (await import(pathToFileURL(located.file).href)) as { readonly default?: unknown };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw new SyncError({
      code: 'DRIVER_INVALID',
      op: 'driver.load',
      message: `the driver ${located.origin} is installed and cannot be loaded: ${reason}`,
      hint: 'Install it again; where it needs a native build, the cause says which step failed. schema-sync drivers doctor checks every driver.',
      cause,
    });
  }
  const checked = checkDriver(module.default);
  if ('problems' in checked) throw invalid(located, checked.problems);
  return checked.driver;
}

function isPath(name: string): boolean {
  return (
    name.startsWith('./') ||
    name.startsWith('../') ||
    name.startsWith('.\\') ||
    name.startsWith('..\\') ||
    isAbsolute(name)
  );
}

function notInstalled(name: string, packageName: string, options: LoadOptions): SyncError {
  const install = installCommand(packageManagerOf(options.from, options.userAgent), packageName);
  return new SyncError({
    code: 'DRIVER_NOT_INSTALLED',
    op: 'driver.load',
    message: `no driver for engine ${name} is installed`,
    hint: `Install it: ${install}`,
    details: { engine: name, package: packageName, install },
  });
}

function refused(name: string, hint: string): SyncError {
  return new SyncError({
    code: 'DRIVER_REFUSED',
    op: 'driver.load',
    message: `${name} may not be loaded as a driver: it is neither of the @sync/ scope nor a declared dependency of the project`,
    hint,
  });
}

function invalid(located: Located, problems: readonly string[]): SyncError {
  const text = problems.length === 1 ? ` ${problems[0]}` : `\n${problems.map((problem) => `  ${problem}`).join('\n')}`;
  return new SyncError({
    code: 'DRIVER_INVALID',
    op: 'driver.load',
    message: `${located.origin} (${located.file}) is not a driver that this schema-sync can use:${text}`,
    hint: 'Update the driver and schema-sync together; its README names the versions that fit.',
    details: { package: located.origin, problems },
  });
}
