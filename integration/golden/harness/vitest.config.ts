import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['golden/harness/*.suite.ts'] } });
