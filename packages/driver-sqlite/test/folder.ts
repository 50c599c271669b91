import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from '@sync/core';
import driver from '../src/index.js';

/** A folder for the files of one test. */
export interface Folder extends Disposable {
  readonly path: string;
  file(name: string): string;
  connect(name: string, access?: 'read' | 'write', settings?: Readonly<Record<string, unknown>>): Promise<Connection>;
}

/** Makes a folder that goes when it is disposed of. */
export function folder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'schema-sync-'));
  return {
    path,
    file: (name) => join(path, name),
    async connect(name, access = 'write', settings = {}) {
      const options = driver.options({ url: `sqlite:${encodeURIComponent(name)}`, directory: path, settings });
      return driver.connect(options, { access });
    },
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}
