import { describe, expect, test } from 'vitest';
import { intoSchema, outOfSchema } from '../src/text/relocate.js';

const both: readonly (readonly [here: string, there: string])[] = [
  ['CREATE TABLE public.t (id integer)', 'CREATE TABLE "a b".t (id integer)'],
  ['SELECT _schema_sync_public.f(x.public) FROM public.t x', 'SELECT public.f(x.public) FROM "a b".t x'],
  ["nextval('public.t_id_seq'::regclass)", 'nextval(\'"a b".t_id_seq\'::regclass)'],
  ["to_tsvector('_schema_sync_public.c'::regconfig, t)", "to_tsvector('public.c'::regconfig, t)"],
  ["'public.example'::text", "'public.example'::text"],
  ['COMMENT ON TABLE public.t IS \'public.t, "a b".t\'', 'COMMENT ON TABLE "a b".t IS \'public.t, "a b".t\''],
  ['GRANT USAGE ON SCHEMA public TO PUBLIC', 'GRANT USAGE ON SCHEMA "a b" TO PUBLIC'],
  ["AS $$ SELECT 'x' FROM public.t $$", "AS $$ SELECT 'x' FROM public.t $$"],
  ['"PUBLIC".t', '"PUBLIC".t'],
];

describe('a schema is called public', () => {
  test.each(both)('%s', (here, there) => {
    expect(intoSchema(here, 'a b')).toBe(there);
    expect(outOfSchema(there, 'a b')).toBe(here);
  });

  test.each([
    ["pg_catalog.to_regclass('public.t')", "pg_catalog.to_regclass('s.t')"],
    ["pg_catalog.setval('public.c', 1)", "pg_catalog.setval('s.c', 1)"],
    [
      "DO 'BEGIN EXECUTE ''ALTER SEQUENCE public.s OWNER TO '' || o; END'",
      "DO 'BEGIN EXECUTE ''ALTER SEQUENCE s.s OWNER TO '' || o; END'",
    ],
    [
      "DO $x$BEGIN EXECUTE 'COMMENT ON TABLE public.t IS ''public.t'''; END$x$",
      "DO 'BEGIN EXECUTE ''COMMENT ON TABLE s.t IS ''''public.t''''''; END'",
    ],
  ])('what only plans say: %s', (here, there) => expect(intoSchema(here, 's')).toBe(there));

  test.each(["a'b", 'a"b', 'a\\b', "'", 'select'])('whatever it is called: %s', (name) => {
    const text = "CREATE VIEW public.v AS SELECT nextval('public.s'::regclass), 'public.x'::text FROM public.t";
    expect(outOfSchema(intoSchema(text, name), name)).toBe(text);
  });
});
