import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['test/mutants/*.suite.ts'], testTimeout: 5_000 } });
