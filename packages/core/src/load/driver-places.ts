import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ancestors } from './ancestors.js';
import { declaredDependencies, type FoundPackage, findPackage, readManifest } from './package-files.js';

/** Where drivers are looked for. */
export interface DriverPlaces {
  /** The user's project; absent outside of any, where only the tool's own place counts. */
  readonly project?: string;
  /** A further folder, from the environment variable SCHEMA_SYNC_DRIVERS_FROM. */
  readonly extra?: string;
}

/** Where this very package lies: drivers that were installed beside it are found from here. */
const ownPlace = dirname(fileURLToPath(import.meta.url));

const scope = '@sync/';
const prefix = `${scope}driver-`;
const keyword = 'schema-sync-driver';

/** The package that a name stands for: itself where it is a full name, else the driver of that engine in the scope. */
export function packageOf(name: string): string {
  return name.startsWith('@') || name.includes('/') || name.includes(keyword) ? name : `${prefix}${name}`;
}

/**
 * The packages that a name may mean, the likeliest first. A dependency of just that name counts only where it calls itself a driver: many engines have a client
 * library that is called as they are.
 */
export function candidatesFor(name: string, places: DriverPlaces, allow: readonly string[]): readonly string[] {
  const full = packageOf(name);
  if (full === name) return [name];
  const { project } = places;
  const declared = project !== undefined && declaredBy(project).includes(name) && isDriver(name, project);
  return declared || allow.includes(name) ? [full, name] : [full];
}

/** Finds a package in the user's project, then beside this tool, then in the extra folder. The working directory as such is never looked into. */
export function findDriverPackage(name: string, places: DriverPlaces): FoundPackage | undefined {
  for (const place of placesOf(places)) {
    const found = findPackage(name, place);
    if (found) return found;
  }
  return undefined;
}

/** The driver packages that can be found without being asked for by name, sorted: those of the scope, and declared dependencies that call themselves drivers. */
export function installedDrivers(places: DriverPlaces): readonly FoundPackage[] {
  const found = new Map<string, FoundPackage>();
  for (const place of placesOf(places)) {
    const declared = declaredBy(place).filter((name) => name.startsWith(prefix) || isDriver(name, place));
    for (const name of [...declared, ...scopedDrivers(place)]) {
      const installed = found.has(name) ? undefined : findPackage(name, place);
      if (installed) found.set(name, installed);
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The same, those first that the project itself depends on. */
export function declaredFirst(places: DriverPlaces): readonly FoundPackage[] {
  const declared = new Set(places.project === undefined ? [] : declaredBy(places.project));
  const all = installedDrivers(places);
  return [...all.filter(({ name }) => declared.has(name)), ...all.filter(({ name }) => !declared.has(name))];
}

function placesOf({ project, extra }: DriverPlaces): readonly string[] {
  return [...(project === undefined ? [] : [project]), ownPlace, ...(extra ? [extra] : [])];
}

function isDriver(name: string, place: string): boolean {
  return findPackage(name, place)?.manifest.keywords?.includes(keyword) ?? false;
}

function scopedDrivers(place: string): readonly string[] {
  return ancestors(place).flatMap((folder) => {
    try {
      const names = readdirSync(join(folder, 'node_modules', scope));
      return names.map((name) => `${scope}${name}`).filter((name) => name.startsWith(prefix));
    } catch {
      return [];
    }
  });
}

/** Whether a package may be loaded: the scope, what the project declares, and what the config allows or names. */
export function isAllowed(name: string, places: DriverPlaces, allow: readonly string[]): boolean {
  if (name.startsWith(scope) || allow.includes(name)) return true;
  return places.project !== undefined && declaredBy(places.project).includes(name);
}

/** What the package that a folder belongs to depends on. */
function declaredBy(folder: string): readonly string[] {
  for (const each of ancestors(folder)) {
    const manifest = readManifest(each);
    if (manifest) return declaredDependencies(manifest);
  }
  return [];
}
