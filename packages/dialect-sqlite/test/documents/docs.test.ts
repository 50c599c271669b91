import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from './support/engine.js';

const docs = join(import.meta.dirname, '..', '..', '..', '..', 'docs');

/** The fenced examples of one language in a page. */
const examples = (page: string, language: string) =>
  Array.from(
    readFileSync(join(docs, page), 'utf8').matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs')),
    (match) => match[1] ?? '',
  );

/** Those of the page about documents that say something for SQLite. */
const documents = examples('documents.md', 'yaml').filter((text) => !/^ +(?:cassandra|timescaledb):$/m.test(text));

describe('the examples of the documentation compile', () => {
  it.each(documents.map((text, i) => [i + 1, text] as const))('documents.md, example %i', async (_, text) => {
    const { catalogue, warnings } = await compile({ 'a.yaml': text });
    expect(catalogue.size).toBeGreaterThan(0);
    expect(warnings).toEqual([]);
  });

  it('sources.md, renames', async () => {
    const [text = ''] = examples('sources.md', 'sql');
    const { renames } = await compile({ 'a.sql': text });
    expect(renames.map(({ from, to }) => `${from.join('.')} → ${to.join('.')}`)).toEqual([
      'people → users',
      'users.mail → users.email',
      'users.full name → users.name',
    ]);
  });

  it('are there', () => {
    expect(documents).toHaveLength(4);
  });
});
