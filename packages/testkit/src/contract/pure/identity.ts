import { contractVersion } from '@sync/core';
import { expect, test } from 'vitest';
import type { ContractOptions } from '../options.js';

type PureOptions = Pick<ContractOptions, 'driver'>;

export function testIdentity({ driver }: PureOptions): void {
  test('has a lower-case name that a package can be called by', () => {
    expect(driver.name).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
  });

  test('was written for this version of the contract', () => {
    expect(driver.contract).toBe(contractVersion);
  });

  test('answers to URL schemes, each once and without its colon', () => {
    expect(driver.protocols.length).toBeGreaterThan(0);
    expect(new Set(driver.protocols).size).toBe(driver.protocols.length);
    for (const protocol of driver.protocols) expect(protocol).toMatch(/^[a-z][a-z0-9+.-]*$/);
  });

  test('lists kinds with names of their own', () => {
    expect(driver.kinds.length).toBeGreaterThan(0);
    const names = driver.kinds.map((kind) => kind.kind);
    expect(new Set(names).size, 'kinds with one name').toBe(names.length);
    for (const name of names) expect(name).toMatch(/^([a-z][a-z0-9-]*\/)?[a-z][a-z0-9-]*$/);
  });

  test('lists the kind that another lies within', () => {
    const names = new Set(driver.kinds.map((kind) => kind.kind));
    for (const { kind, within } of driver.kinds) {
      if (within !== undefined) expect(names.has(within), `${kind} lies within ${within}`).toBe(true);
    }
  });

  test('reads each document kind once', () => {
    const documents = (driver.documents ?? []).map((kind) => kind.document);
    expect(new Set(documents).size).toBe(documents.length);
    for (const document of documents) expect(document).toMatch(/^[A-Z][A-Za-z]*$/);
  });

  test('declares every capability', () => {
    expect(['transactional', 'autocommit']).toContain(driver.capabilities.ddl);
    expect(driver.capabilities.readOnly).toBeTypeOf('boolean');
  });
}
