import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeSnapshot } from '../../src/model/snapshot.js';
import type { SnapshotStore } from '../../src/snapshot/store.js';
import { openSource } from '../../src/source/open.js';
import { failureOf } from './support/failure.js';
import { folderOf } from './support/folder.js';
import { contextFor, openSqlite } from './support/sqlite.js';

const protocols = ['sqlite'];

describe('recognising', () => {
  it.each([
    ['sqlite:./a.db', 'sqlite'],
    ['SQLITE::memory:', 'sqlite'],
    ['postgres://user:secret@host/db', 'postgres'],
    ['./schema.sql', undefined],
    ['snapshot:main@3', undefined],
  ])('tells the engine of %s', async (text, engine) => {
    const directory = folderOf({ 'schema.sql': '' });
    expect(await openSource(text, { directory, protocols }).engine()).toBe(engine);
  });

  it.each([
    ['postgres://user:p@ss/w:rd@host/db', 'postgres://user:***@host/db'],
    ['postgres://host/db?password=x&sslmode=on', 'postgres://host/db?password=***&sslmode=on'],
  ])('shows no password of %s', (text, shown) => {
    expect(openSource(text, { directory: '.', protocols }).origin).toBe(shown);
  });

  it('takes a drive letter for a path, and says what a source can be', async () => {
    const directory = folderOf({});
    const error = await failureOf(() =>
      openSource('C:\\schema.sql', { directory, protocols }).compile(contextFor(directory)),
    );
    expect([error.code, error.hint]).toEqual(['SOURCE_NOT_FOUND', expect.stringContaining('git:REV:path')]);
    expect((await failureOf(() => openSource(' ', { directory, protocols }))).code).toBe('SOURCE_NOT_FOUND');
  });
});

it('reads a live database and closes it', async () => {
  const directory = folderOf({});
  const path = join(directory, 'a.db');
  const database = openSqlite(path);
  await database.execute({ text: 'CREATE TABLE a (x)' });
  await database[Symbol.asyncDispose]();
  const context = contextFor(directory);
  const compiled = await openSource(`sqlite:${path}`, { directory, protocols }).compile(context);
  expect([...compiled.catalogue].map((object) => object.address)).toEqual(['table:a']);
  expect(compiled.normalisedBy).toBe('server');
  expect(context.opened.map((connection) => connection.closed)).toEqual([true]);
  const binary = await failureOf(() => openSource('a.db', { directory, protocols }).compile(context));
  expect(binary.hint).toContain('engine:./path');
});

describe('snapshots', () => {
  async function taken(driver = 'sqlite') {
    const directory = folderOf({ 'a.sql': 'CREATE TABLE a (x);' });
    const { catalogue } = await openSource('a.sql', { directory, protocols }).compile(contextFor(directory));
    const snapshot = takeSnapshot(driver, catalogue);
    writeFileSync(join(directory, 'a.json'), JSON.stringify(snapshot));
    return { directory, snapshot };
  }

  it('reads one from a file', async () => {
    const { directory, snapshot } = await taken();
    const source = openSource('a.json', { directory, protocols });
    expect(await source.engine()).toBe('sqlite');
    const compiled = await source.compile(contextFor(directory));
    expect([compiled.catalogue.root, compiled.normalisedBy]).toEqual([snapshot.root, 'snapshot']);
  });

  it('refuses one of another engine, one that was edited, and one among documents', async () => {
    const { directory, snapshot } = await taken('other');
    const compile = (path: string) =>
      failureOf(() => openSource(path, { directory, protocols }).compile(contextFor(directory)));
    expect((await compile('a.json')).message).toContain('taken of other');
    writeFileSync(join(directory, 'a.json'), JSON.stringify({ ...snapshot, objects: [] }));
    expect((await compile('a.json')).code).toBe('SNAPSHOT_CORRUPT');
    expect((await compile('.')).message).toContain('a snapshot stands among documents');
  });

  it('reads one from a store, by its key and version', async () => {
    const { directory, snapshot } = await taken();
    const store: SnapshotStore = {
      read: async (key, version) => (key === 'main' && (version === undefined || version === 1) ? snapshot : undefined),
      write: () => Promise.reject(new Error('reading only')),
      list: async () => [{ key: 'main', version: 1, root: snapshot.root, savedAt: '2026-01-01T00:00:00Z' }],
    };
    const compile = (text: string, snapshots = true) =>
      openSource(text, { directory, protocols }).compile(contextFor(directory, snapshots ? { snapshots: store } : {}));
    expect((await compile('snapshot:main')).catalogue.root).toBe(snapshot.root);
    expect((await compile('snapshot:main@1')).catalogue.root).toBe(snapshot.root);
    expect((await failureOf(() => compile('snapshot:main@2'))).hint).toBe('Its versions are 1.');
    expect((await failureOf(() => compile('snapshot:mian'))).hint).toBe('Did you mean snapshot:main?');
    expect((await failureOf(() => compile('snapshot:main', false))).code).toBe('SOURCE_NOT_FOUND');
    expect((await failureOf(() => compile('snapshot:'))).code).toBe('SOURCE_INVALID');
  });
});
