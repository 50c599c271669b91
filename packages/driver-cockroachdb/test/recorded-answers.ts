import type { Answer } from './recorded-server.js';

/** What a server says of itself. */
export const version = 'CockroachDB CCL v25.3.2 (x86_64-pc-linux-gnu, built 2025/10/01 00:00:00, go1.23.12)';

/** RECORDED AFTER THE DOCUMENTATION, not from a server: what SHOW CREATE ALL TABLES and its like print of a small shop. */
const shop: Readonly<Record<string, readonly string[]>> = {
  'ALL SCHEMAS': ['CREATE SCHEMA public;', 'CREATE SCHEMA app;'],
  'ALL TYPES': ["CREATE TYPE public.state AS ENUM ('new', 'done');"],
  'ALL TABLES': [
    `CREATE TABLE public.users (
	id UUID NOT NULL DEFAULT gen_random_uuid(),
	mail STRING NOT NULL,
	state public.state NULL DEFAULT 'new':::public.state,
	data JSONB NULL,
	crdb_internal_mail_shard_8 INT8 NOT VISIBLE NOT NULL AS (mod(fnv32(crdb_internal.datums_to_bytes(mail)), 8:::INT8)) VIRTUAL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC),
	UNIQUE INDEX users_mail_key (mail ASC),
	INDEX users_by_mail (mail ASC) USING HASH WITH (bucket_count=8),
	INVERTED INDEX users_data_idx (data),
	CONSTRAINT check_crdb_internal_mail_shard_8 CHECK (crdb_internal_mail_shard_8 IN (0:::INT8, 1:::INT8)),
	CONSTRAINT mails CHECK (mail LIKE '%@%':::STRING)
) WITH (schema_locked = true);
COMMENT ON TABLE public.users IS 'who buys';`,
    'CREATE SEQUENCE app.counter MINVALUE 1 MAXVALUE 9223372036854775807 INCREMENT 1 START 1;',
    `CREATE TABLE app.orders (
	id INT8 NOT NULL DEFAULT nextval('app.counter'::REGCLASS),
	buyer UUID NOT NULL,
	CONSTRAINT orders_pkey PRIMARY KEY (id ASC)
) LOCALITY REGIONAL BY TABLE IN PRIMARY REGION;`,
    'CREATE VIEW public.mails (\n\tmail\n) AS SELECT mail FROM shop.public.users;',
    'ALTER TABLE app.orders ADD CONSTRAINT orders_buyer_fkey FOREIGN KEY (buyer) REFERENCES public.users(id) ON DELETE CASCADE;',
    'ALTER TABLE app.orders VALIDATE CONSTRAINT orders_buyer_fkey;',
  ],
  'ALL TRIGGERS': [],
  create_function_statements: [
    'CREATE FUNCTION app.twice(n INT8)\n\tRETURNS INT8\n\tIMMUTABLE\n\tNOT LEAKPROOF\n\tCALLED ON NULL INPUT\n\tLANGUAGE SQL\n\tSECURITY INVOKER\n\tAS $$\n\tSELECT n * 2;\n$$;',
  ],
};

/** What they print of a database with nothing in it. */
export const emptyCatalogue: Readonly<Record<string, readonly string[]>> = {
  'ALL SCHEMAS': ['CREATE SCHEMA public;'],
  'ALL TYPES': [],
  'ALL TABLES': [],
  'ALL TRIGGERS': [],
  create_function_statements: [],
};

/** Answers as such a server does, from this catalogue. */
export function answering(
  catalogue: Readonly<Record<string, readonly string[]>> = shop,
  database = 'shop',
): (text: string, params: readonly (string | null)[]) => Answer | undefined {
  const leases = new Map<string, string>();
  let isMade = false;
  return (text, params) => {
    const printed = Object.entries(catalogue).find(([part]) => text.includes(part));
    if (printed) return { rows: printed[1].map((each) => ({ text: each })) };
    if (text.startsWith('SELECT version()')) return { rows: [{ version }] };
    if (text.includes('FROM [SHOW DATABASES] AS d')) return { rows: [{ database, role: 'app', guarded: 'off' }] };
    if (text.startsWith('SELECT current_database()')) return { rows: [{ text: database }] };
    if (text.startsWith('SELECT clock_timestamp()')) return { rows: [{ now: '2025-11-01 10:00:00+00' }] };
    if (text.includes("c.relname = '_schema_sync_leases'")) return { rows: isMade ? [{ found: 't' }] : [] };
    if (text.startsWith('CREATE TABLE IF NOT EXISTS public._schema_sync_leases')) isMade = true;
    const [name = '', holder = '', token = ''] = params.map((value) => value ?? '');
    if (text.startsWith('INSERT INTO public._schema_sync_leases')) {
      if (leases.has(name)) return { rows: [] };
      leases.set(name, token);
      return { rows: [{ taken: 't' }] };
    }
    if (text.startsWith('UPDATE public._schema_sync_leases')) {
      return { rows: leases.get(name) === holder ? [{ own: 't' }] : [] };
    }
    if (text.startsWith('DELETE FROM public._schema_sync_leases') && leases.get(name) === holder) leases.delete(name);
    return undefined;
  };
}
