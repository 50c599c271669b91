import { readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { ancestors } from './ancestors.js';

/** The parts of a package.json that finding and loading drivers needs. */
export interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly type?: string;
  readonly main?: string;
  readonly exports?: unknown;
  readonly keywords?: readonly string[];
  readonly packageManager?: string;
  /** What a driver's package says to schema-sync: how a URL looks, for examples. */
  readonly 'schema-sync'?: { readonly url?: unknown };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** A package as it lies on the disk. */
export interface FoundPackage {
  readonly name: string;
  /** The real folder, links followed. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** Reads a folder's package.json; undefined where there is none that can be read. */
export function readManifest(folder: string): Manifest | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Finds an installed package as Node.js would from a file in this folder: in its `node_modules`, then in those above. */
export function findPackage(name: string, from: string): FoundPackage | undefined {
  for (const folder of ancestors(resolve(from))) {
    const found = readPackage(name, join(folder, 'node_modules', name));
    if (found) return found;
  }
  return process.versions.pnp === undefined ? undefined : findWithPlugAndPlay(name, from);
}

function readPackage(name: string, folder: string): FoundPackage | undefined {
  const manifest = readManifest(folder);
  return manifest && { name: manifest.name ?? name, folder: realpathSync(folder), manifest };
}

/** Yarn's Plug'n'Play has no `node_modules`; there `require` knows where packages are. */
function findWithPlugAndPlay(name: string, from: string): FoundPackage | undefined {
  try {
    return readPackage(name, resolve(createRequire(join(from, 'x.js')).resolve(`${name}/package.json`), '..'));
  } catch {
    return undefined;
  }
}

const conditions = ['import', 'node', 'module-sync', 'default'];

/** The file that `import` of the package would load. */
export function entryOf({ folder, manifest }: FoundPackage): string {
  const target = rootExport(manifest.exports);
  return join(folder, target ?? manifest.main ?? 'index.js');
}

function rootExport(exports: unknown): string | undefined {
  if (typeof exports === 'object' && exports !== null && '.' in exports) return conditional(exports['.']);
  return conditional(exports);
}

function conditional(target: unknown): string | undefined {
  if (typeof target === 'string') return target;
  if (Array.isArray(target)) return target.map(conditional).find((found) => found !== undefined);
  if (typeof target !== 'object' || target === null) return undefined;
  for (const [condition, inner] of Object.entries(target)) {
    const found = conditions.includes(condition) ? conditional(inner) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Everything that a project says it depends on. */
export function declaredDependencies(manifest: Manifest): readonly string[] {
  const { dependencies, devDependencies, peerDependencies, optionalDependencies } = manifest;
  return Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies, ...optionalDependencies });
}
