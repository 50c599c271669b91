import { defineConfig } from 'tsup';

/** How every package is bundled; the declarations come from `tsc` (see each package's `build` script). */
export function library(entry: Record<string, string>): ReturnType<typeof defineConfig> {
  return defineConfig({
    entry,
    format: 'esm',
    target: 'node20',
    platform: 'node',
    sourcemap: true,
    // Dynamically imported modules become chunks of their own, which a command loads only when it runs.
    splitting: true,
    clean: true,
    dts: false,
    silent: true,
  });
}
