import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, isSyncError } from '@sync/core';
import { expect, test } from 'vitest';
import { cockroachParser } from '../../../integration/servers/cockroach-parser.mjs';
import driver from '../src/index.js';
import { refused } from './documents/refused.js';
import { answering, emptyCatalogue } from './recorded-answers.js';
import { startRecordedServer } from './recorded-server.js';

const parser = await cockroachParser();
/** What is sent to scratch for documents with every field of SchemaHero's for CockroachDB; what a server makes of it is not known here. */
async function sentFor(path: string): Promise<readonly string[]> {
  await using server = await startRecordedServer({ answer: answering(emptyCatalogue) });
  const scratch = { url: `cockroachdb://app@127.0.0.1:${server.port}/shop?sslmode=disable`, directory: process.cwd() };
  const engine = createEngine({ driver, scratch });
  await engine.compile(path, { directory: process.cwd() });
  return server.asked
    .map(({ text }) => text)
    .filter((text) => /^(CREATE|ALTER|INSERT)/.test(text) && !text.includes('DATABASE'));
}

test('documents of SchemaHero are read, every field of them, and said in CockroachDB’s words', async () => {
  const sent = await sentFor(join(import.meta.dirname, 'documents/orders.yaml'));
  expect(sent.map((text) => text.replace(/\s+/g, ' '))).toEqual([
    'CREATE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END $$',
    "CREATE TABLE public.orders ( id bigserial, buyer uuid NOT NULL, state varchar(20) DEFAULT 'new', placed timestamp with time zone DEFAULT now(), CONSTRAINT orders_pkey PRIMARY KEY (id), CONSTRAINT idx_orders_placed UNIQUE (placed) )",
    "CREATE INDEX orders_by_buyer ON public.orders USING btree (buyer) WITH (fillfactor = '70')",
    'CREATE INDEX orders_by_state ON public.orders USING btree (state, placed)',
    "CREATE TRIGGER touched BEFORE INSERT OR UPDATE ON public.orders FOR EACH ROW WHEN ((NEW).state <> 'done') EXECUTE FUNCTION public.touch('a')",
    'CREATE TABLE public.users ( id uuid DEFAULT gen_random_uuid(), mail text NOT NULL, CONSTRAINT users_pkey PRIMARY KEY (id) )',
    'ALTER TABLE public.orders ADD CONSTRAINT orders_buyer_fkey FOREIGN KEY (buyer) REFERENCES public.users(id) ON DELETE CASCADE',
    'CREATE VIEW public.mails AS SELECT mail FROM public.users',
  ]);
  if ('absent' in parser) return;
  const answers = await parser.parse(sent);
  expect(answers.flatMap(({ error }) => error ?? [])).toEqual([]);
});

test.each(Object.entries(refused))('%s: a document is refused by name, with the way round', async (reason, text) => {
  const folder = mkdtempSync(join(tmpdir(), 'schema-sync-refused-'));
  try {
    writeFileSync(join(folder, 't.yaml'), text);
    const error = await sentFor(folder).then(
      () => undefined,
      (failure: unknown) => failure,
    );
    if (!isSyncError(error)) throw new TypeError(`it was not refused: ${String(error)}`);
    expect(error.message).toContain(reason);
    expect(error.hint).toEqual(expect.any(String));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('rows of documents are written over those that have their key', async () => {
  const statements = driver.seed?.({
    table: 'orders',
    schema: 'app',
    key: ['id'],
    counters: ['id'],
    rows: [
      { id: 1, state: "it's\nnew" },
      { id: 2, state: null },
    ],
  });
  const sent = (statements ?? []).map((statement) => driver.dialect.print(statement));
  expect(sent).toEqual([
    "INSERT INTO app.orders (id, state)\nVALUES\n  (1, 'it''s\nnew'),\n  (2, NULL)\nON CONFLICT (id) DO UPDATE SET state = excluded.state",
  ]);
  if ('absent' in parser) return;
  expect((await parser.parse(sent)).flatMap(({ error }) => error ?? [])).toEqual([]);
});
