import {
  type Catalogue,
  canonicalJson,
  hashOf,
  inspect,
  openSnapshot,
  partsOf,
  type SchemaObject,
  schemaObject,
  takeSnapshot,
} from '@sync/core';
import { expect, test } from 'vitest';
import type { ContractOptions } from '../options.js';
import { openSite } from '../site.js';

export function testInspect(options: ContractOptions): void {
  testReading(options);
  testObjects(options);
}

function reader(options: ContractOptions): (statements: readonly string[]) => Promise<Catalogue> {
  return async (statements) => {
    await using site = await openSite(options, statements);
    return (await site.inspect()).catalogue;
  };
}

function testReading(options: ContractOptions): void {
  const { driver, schemas } = options;
  const read = reader(options);

  test('finds nothing in an empty database', async () => {
    expect([...(await read([]))]).toEqual([]);
  });

  test('finds an object of every kind in the first sample', async () => {
    await using site = await openSite(options, [...schemas.first, ...(schemas.optIn ?? [])]);
    await using connection = await site.connect();
    const { catalogue } = await inspect(connection, driver, { with: driver.parts ?? [] });
    const found = new Set(Array.from(catalogue, (object) => object.kind));
    expect([...found].sort()).toEqual(driver.kinds.map((kind) => kind.kind).sort());
  });

  test('finds the same again, in this connection, in a new one, and in one that may only read', async () => {
    await using site = await openSite(options, schemas.first);
    await using connection = await site.connect();
    const roots = [await inspect(connection, driver), await inspect(connection, driver), await site.inspect()].map(
      ({ catalogue }) => catalogue.root,
    );
    await using reader = await site.connect('read');
    roots.push((await inspect(reader, driver)).catalogue.root);
    expect(new Set(roots).size).toBe(1);
  });

  test('finds the same whatever order the objects were made in', async () => {
    expect([...schemas.reordered], 'the reordered sample is in another order').not.toEqual([...schemas.first]);
    expect((await read(schemas.reordered)).root).toBe((await read(schemas.first)).root);
  });

  test('finds the same whatever rows there are', async () => {
    expect((await read([...schemas.first, schemas.insert])).root).toBe((await read(schemas.first)).root);
  });

  test('finds a difference between the two versions', async () => {
    expect((await read(schemas.first)).root).not.toBe((await read(schemas.second)).root);
  });

  test('changes nothing by looking', async () => {
    await using site = await openSite(options, [...schemas.first, schemas.insert]);
    await site.inspect();
    expect(await site.query(schemas.select)).toHaveLength(1);
  });
}

function testObjects(options: ContractOptions): void {
  const { driver, schemas } = options;
  const read = reader(options);

  test('gives plain data that a trip through JSON leaves as it is', async () => {
    for (const object of await read(schemas.first)) {
      expect(Object.isFrozen(object), object.address).toBe(true);
      const copy: SchemaObject = schemaObject(JSON.parse(JSON.stringify(object)) as SchemaObject);
      expect(hashOf(copy), object.address).toBe(hashOf(object));
      expect(canonicalJson(copy), object.address).toBe(canonicalJson(object));
    }
  });

  test('gives each object the address of its kind, in folded names', async () => {
    for (const object of await read(schemas.first)) {
      const { kind, parts } = partsOf(object.address);
      expect(kind).toBe(object.kind);
      expect(parts).toEqual(parts.map((part) => driver.dialect.fold(part)));
      expect(parts.at(-1)).toBe(driver.dialect.fold(object.name));
    }
  });

  test('gives every object the parent that its kind lies within, and only needs that are there', async () => {
    const catalogue = await read(schemas.first);
    const within = new Map(driver.kinds.map((kind) => [kind.kind, kind.within]));
    for (const object of catalogue) {
      const kind = within.get(object.kind);
      if (kind !== undefined) expect(object.parent && partsOf(object.parent).kind, object.address).toBe(kind);
      for (const need of [...object.needs, ...(object.parent ? [object.parent] : [])]) {
        expect(catalogue.has(need), `${object.address} needs ${need}`).toBe(true);
      }
      expect(object.needs).not.toContain(object.address);
    }
  });

  test('survives a trip through a snapshot', async () => {
    const catalogue = await read(schemas.first);
    const file = JSON.stringify(takeSnapshot(driver.name, catalogue));
    const opened = openSnapshot(JSON.parse(file), 'the file');
    expect(opened.driver).toBe(driver.name);
    expect(opened.catalogue.root).toBe(catalogue.root);
  });

  test('describes objects for people with the columns that their relations have', async () => {
    const kinds = new Map(driver.kinds.map((kind) => [kind.kind, kind]));
    const catalogue = await read(schemas.first);
    for (const object of catalogue) {
      const kind = kinds.get(object.kind);
      const description = kind?.describe?.(object, object.parent && catalogue.get(object.parent));
      if (!description) continue;
      const { head, columns, parts = [] } = description;
      if (head !== undefined) expect(head, object.address).not.toMatch(/^\s*$|\n/);
      const relation = kind?.relation?.(object);
      const named = relation?.columns.map((column) => column.name);
      if (columns && named) expect(columns.map((column) => column.name)).toEqual(named);
      for (const part of parts) expect(part.type.trim(), object.address).not.toBe('');
    }
  });

  test('describes what holds rows as a relation', async () => {
    const kinds = new Map(driver.kinds.map((kind) => [kind.kind, kind]));
    for (const object of await read(schemas.first)) {
      const relation = kinds.get(object.kind)?.relation?.(object);
      if (!relation) continue;
      expect(relation.name).toBe(object.name);
      if (relation.type === 'table') expect(relation.columns.length, object.address).toBeGreaterThan(0);
      const names = new Set(relation.columns.map((column) => column.name));
      for (const column of relation.primaryKey?.columns ?? []) expect(names).toContain(column);
      for (const key of relation.foreignKeys) for (const column of key.columns) expect(names).toContain(column);
    }
  });
}
