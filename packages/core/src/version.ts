import { createRequire } from 'node:module';

const manifest: unknown = createRequire(import.meta.url)('@sync/core/package.json');

/** The version of this package, as journals and plans record it. */
export const toolVersion: string = (manifest as { readonly version: string }).version;
