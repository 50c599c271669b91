import { describe } from 'vitest';
import { testAtomically } from './live/atomically.js';
import { testCapabilities } from './live/capabilities.js';
import { testCheck } from './live/check.js';
import { testCompare } from './live/compare.js';
import { testConnect } from './live/connect.js';
import { testFingerprint } from './live/fingerprint.js';
import { testInspect } from './live/inspect.js';
import { testLine } from './live/line.js';
import { testLock } from './live/lock.js';
import { testRender } from './live/render.js';
import { testRun } from './live/run.js';
import { testScratch } from './live/scratch.js';
import { testTenancy } from './live/tenancy.js';
import type { ContractOptions } from './options.js';
import { testDialect } from './pure/dialect.js';
import { testIdentity } from './pure/identity.js';
import { testOptions } from './pure/options.js';
import { testSplitting } from './pure/splitting.js';

/**
 * Declares the tests that every driver passes. There are no switches: what does not apply to a driver follows from its capabilities and optional members,
 * and what it does not declare must be refused by name.
 */
export function driverContract(options: ContractOptions): void {
  describe(`contract of the ${options.driver.name} driver`, () => {
    pureContract(options);
    describe('live', () => {
      describe('connect', () => testConnect(options));
      describe('inspect', () => testInspect(options));
      describe('compare', () => testCompare(options));
      describe('render', () => testRender(options));
      describe('atomically', () => testAtomically(options));
      describe('the fingerprint', () => testFingerprint(options));
      describe('lock', () => testLock(options));
      describe('scratch', () => testScratch(options));
      describe('check', () => testCheck(options));
      describe('line', () => testLine(options));
      describe('run', () => testRun(options));
      describe('capabilities', () => testCapabilities(options));
      describe('tenancy', () => testTenancy(options));
    });
  });
}

/** The part of the contract about scratch databases: for a driver that makes them in more ways than one. */
export function scratchContract(options: ContractOptions): void {
  describe('scratch', () => testScratch(options));
}

/** The part of the contract about the lock: for a driver that has locks of more than one kind. */
export function lockContract(options: ContractOptions): void {
  describe('lock', () => testLock(options));
}

/** The part of the contract that needs no server: for a driver whose engine is not at hand. */
export function pureContract(options: Pick<ContractOptions, 'driver' | 'schemas'>): void {
  describe('pure', () => {
    describe('identity', () => testIdentity(options));
    describe('dialect', () => testDialect(options));
    describe('splitting', () => testSplitting(options));
    describe('options', () => testOptions(options));
  });
}
