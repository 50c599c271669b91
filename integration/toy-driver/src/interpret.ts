import type { Statement } from '@sync/core';
import { interpretBooks } from './books.js';
import { Cursor } from './cursor.js';
import type { Bucket, Database } from './world.js';

/** Rows of an answer. */
export type Rows = readonly Readonly<Record<string, unknown>>[];

/** Executes one statement. What is wrong with it is thrown as a plain error, as an engine's own client would. */
export function interpret({ text, params }: Statement, database: Database): Rows {
  const cursor = new Cursor(text, params);
  const rows = buckets(cursor, database) ?? aliases(cursor, database) ?? interpretBooks(cursor, database.books);
  if (!rows) throw new Error(`no such statement: ${text}`);
  return rows;
}

function buckets(cursor: Cursor, { buckets, aliases }: Database): Rows | undefined {
  const find = (name: string): Bucket => buckets.get(name) ?? fail(`no bucket ${name}`);
  const ttl = () => (cursor.takes('TTL') ? (cursor.takes('NONE') ? null : cursor.number()) : null);
  if (cursor.takes('CREATE BUCKET')) {
    const name = cursor.name();
    if (buckets.has(name)) fail(`bucket ${name} is there already`);
    buckets.set(name, { name, ttl: ttl(), values: new Map() });
  } else if (cursor.takes('ALTER BUCKET')) {
    const bucket = find(cursor.name());
    buckets.set(bucket.name, { ...bucket, ttl: ttl() });
  } else if (cursor.takes('RENAME BUCKET')) {
    const bucket = find(cursor.name());
    cursor.expect('TO');
    const name = cursor.name();
    if (buckets.has(name)) fail(`bucket ${name} is there already`);
    buckets.delete(bucket.name);
    buckets.set(name, { ...bucket, name });
    for (const [alias, target] of aliases) if (target === bucket.name) aliases.set(alias, name);
  } else if (cursor.takes('DROP BUCKET')) {
    const { name } = find(cursor.name());
    for (const [alias, target] of aliases) if (target === name) fail(`alias ${alias} is for bucket ${name}`);
    buckets.delete(name);
  } else if (cursor.takes('SHOW BUCKETS'))
    return [...buckets.values()].map(({ name, ttl: seconds }) => ({ name, ttl: seconds }));
  else if (cursor.takes('PUT')) {
    const { values } = find(cursor.name());
    values.set(String(cursor.value()), String(cursor.value()));
  } else if (cursor.takes('GET')) {
    const { values } = find(cursor.name());
    const key = String(cursor.value());
    return values.has(key) ? [{ key, value: values.get(key) }] : [];
  } else return undefined;
  cursor.end();
  return [];
}

function aliases(cursor: Cursor, { buckets, aliases }: Database): Rows | undefined {
  if (cursor.takes('CREATE ALIAS')) {
    const name = cursor.name();
    cursor.expect('FOR');
    const bucket = cursor.name();
    if (!buckets.has(bucket)) fail(`no bucket ${bucket}`);
    if (aliases.has(name)) fail(`alias ${name} is there already`);
    aliases.set(name, bucket);
  } else if (cursor.takes('DROP ALIAS')) {
    const name = cursor.name();
    if (!aliases.delete(name)) fail(`no alias ${name}`);
  } else if (cursor.takes('SHOW ALIASES')) return [...aliases].map(([name, bucket]) => ({ name, bucket }));
  else return undefined;
  cursor.end();
  return [];
}

function fail(message: string): never {
  throw new Error(message);
}
