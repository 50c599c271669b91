import { driverContract } from '@sync/testkit';
import { describe } from 'vitest';
import { surroundings } from '../samples.js';
import { mutants } from './mutants.js';

// Not a test of its own: `mutants.test.ts` runs it and expects it to fail.
for (const [name, { driver }] of Object.entries(mutants))
  describe(name, () => driverContract({ driver, ...surroundings }));
