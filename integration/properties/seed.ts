import fc from 'fast-check';

// For every test of every package that tries random cases, see vitest.config.ts.
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED) });
