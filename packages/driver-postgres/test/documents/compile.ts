import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Compiled, createEngine } from '@sync/core';
import driver from '../../src/index.js';

/** Compiles files, by their names, in a scratch database of the server. */
export async function compile(url: string, files: Readonly<Record<string, string>>): Promise<Compiled> {
  const directory = await mkdtemp(join(tmpdir(), 'schema-sync-postgres-documents-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(directory, name)), { recursive: true });
      await writeFile(join(directory, name), text);
    }
    const engine = createEngine({ driver, scratch: { url, directory } });
    return await engine.compile('.', { directory });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** What a state holds, for comparisons that show where two differ. */
export function contentOf({ catalogue }: Pick<Compiled, 'catalogue'>) {
  return [...catalogue].map(({ address, name, spec, layout }) => ({
    address,
    name,
    spec,
    columns: (layout as { readonly columns?: unknown } | undefined)?.columns,
  }));
}
