import { pathToFileURL } from 'node:url';
import { contractVersion } from '../contract/driver.js';
import type { SourceReader } from '../contract/source-reader.js';
import { SyncError } from '../errors.js';
import { findDriverPackage } from './driver-places.js';
import type { LoadOptions } from './load-driver.js';
import { entryOf } from './package-files.js';
import { installCommand, packageManagerOf } from './package-manager.js';

/** The packages that read what programs declare, by what a source begins with. */
const packages = { drizzle: '@sync/drizzle' } as const;

/** The readers of programs. The package of one is found and loaded once a source asks for it, from where drivers are. */
export function sourceReaders(options: LoadOptions): readonly SourceReader[] {
  return Object.entries(packages).map(([scheme, name]) => {
    let loading: Promise<SourceReader> | undefined;
    const load = () => {
      loading ??= loadReader(scheme, name, options);
      return loading;
    };
    return {
      scheme,
      contract: contractVersion,
      engine: async (path, directory) => (await load()).engine(path, directory),
      read: async (path, directory, driver) => (await load()).read(path, directory, driver),
    };
  });
}

async function loadReader(scheme: string, name: string, options: LoadOptions): Promise<SourceReader> {
  const { from, extra, userAgent } = options;
  const found = findDriverPackage(name, {
    ...(from !== undefined && { project: from }),
    ...(extra !== undefined && { extra }),
  });
  if (!found) {
    const install = installCommand(packageManagerOf(from, userAgent), name);
    throw new SyncError({
      code: 'SOURCE_NOT_FOUND',
      op: 'source.compile',
      message: `${name} is not installed, and it reads sources that begin with ${scheme}:`,
      hint: `Install it: ${install}`,
      details: { package: name, install },
    });
  }
  const file = entryOf(found);
  try {
    const module = (await import(pathToFileURL(file).href)) as { readonly default?: SourceReader };
    if (module.default?.contract === contractVersion) return module.default;
  } catch (cause) {
    throw unusable(
      name,
      file,
      `cannot be loaded: ${cause instanceof Error ? cause.message.split('\n')[0] : cause}`,
      cause,
    );
  }
  throw unusable(name, file, `was not written for version ${contractVersion} of the contract`);
}

function unusable(name: string, file: string, why: string, cause?: unknown): SyncError {
  return new SyncError({
    code: 'SOURCE_INVALID',
    op: 'source.compile',
    message: `${name} (${file}) ${why}`,
    hint: 'Update it and schema-sync together, and install what its README says that it needs.',
    ...(cause !== undefined && { cause }),
  });
}
