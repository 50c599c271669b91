import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Driver, translate } from '@sync/core';
import cockroach from '@sync/driver-cockroachdb';
import { describe, expect, test } from 'vitest';
import { places, Site } from '../across/places.js';
import { cockroachParser } from '../servers/cockroach-parser.mjs';

const parser = await cockroachParser();
const timeout = 120_000;
const read = (path: string) => readFileSync(resolve(import.meta.dirname, path), 'utf8');

/** Schemas that somebody wrote for another engine. */
const schemas = [
  { name: 'music', at: 'postgres-18', script: read('../across/schemas/music.postgres.sql') },
  { name: 'rental', at: 'mysql-9', script: read('../real/mysql/rental.sql') },
];

describe.runIf('parse' in parser)('CockroachDB’s own parser', () => {
  const parse = 'parse' in parser ? parser.parse : () => Promise.resolve([]);

  test.each(schemas)('reads what the schema of $name becomes', { timeout }, async ({ at, script }) => {
    const place = places.find(({ name }) => name === at);
    // What is absent is told where servers are started.
    if (!place || place.absent !== undefined) return;
    await using site = await Site.open(place);
    await site.run(script);
    const state = await site.state();
    const { statements, columns } = translate(state, place.driver, cockroach as Driver);
    expect(columns.filter(({ carriage }) => carriage === 'impossible')).toEqual([]);
    const texts = statements.map(({ text }) => text);
    const tables = [...state.catalogue].filter(({ kind }) => kind === 'table');
    expect(texts.filter((text) => text.startsWith('CREATE TABLE')).length).toBe(tables.length);
    const answers = await parse(texts);
    expect(answers.flatMap(({ error }, i) => (error === undefined ? [] : [[texts[i], error]]))).toEqual([]);
  });
});
