import { pathToFileURL } from 'node:url';
import { createJiti } from 'jiti';
import { programInvalid } from '../sql/invalid.js';
import type { Export } from '../sql/program.js';
import type { ProgramFiles } from './find-files.js';

type Module = Readonly<Record<string, unknown>>;

/** Executes the files of a program and gives what they export, each thing once, by the first name that it is met under. */
export async function loadExports({ files }: ProgramFiles): Promise<readonly Export[]> {
  const found = new Map<unknown, Export>();
  const execute = executor(files[0]?.path ?? '.');
  for (const { path, shown } of files) {
    let module: Module;
    try {
      module = await execute(path);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw programInvalid(
        shown,
        `this cannot be executed: ${reason}`,
        'Run it by itself to see where it fails.',
        cause,
      );
    }
    for (const [name, value] of exportsOf(module))
      if (!found.has(value)) found.set(value, { at: `${shown}#${name}`, value });
  }
  return [...found.values()];
}

/**
 * JavaScript is the runtime's own. TypeScript is not, even where it strips types: programs import `./users` and `./users.js` and mean `users.ts`, use enums and the
 * paths of their tsconfig. Drizzle itself is loaded by the runtime, once for them and us, and nothing is left in a cache.
 */
function executor(first: string): (path: string) => Promise<Module> {
  const jiti = createJiti(first, { fsCache: false, nativeModules: ['drizzle-orm'], tsconfigPaths: true });
  return async (path) => (/\.[cm]?ts$/i.test(path) ? jiti.import(path) : import(pathToFileURL(path).href));
}

/** What CommonJS exports is found within the default, where the runtime does not see the names. */
function exportsOf(module: Module): readonly (readonly [string, unknown])[] {
  const { default: inner } = module;
  const isNamespace = typeof inner === 'object' && inner !== null && Object.getPrototypeOf(inner) === Object.prototype;
  return [...Object.entries(module), ...(isNamespace ? Object.entries(inner) : [])];
}
