import fc from 'fast-check';
import { expect, it } from 'vitest';

it('is the one that the run was given', () => {
  expect(fc.readConfigureGlobal().seed).toBe(Number(process.env.PROPERTY_SEED));
});
