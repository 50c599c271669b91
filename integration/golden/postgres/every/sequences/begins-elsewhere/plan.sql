-- alter sequence:s
--   change-type type: smallint → bigint
--   change-start start: 1 → 500
--   change-minimum minimum: 1 → 50
--   change-maximum maximum: 100 → 9223372036854775807

-- ==== up ====
-- batch, all or nothing

-- 1. alter sequence s (alter sequence:s)
-- must find nothing: sequence s has counted beyond what it is to count, from 50 to 9223372036854775807
SELECT last AS value
FROM pg_catalog.pg_sequence_last_value(pg_catalog.to_regclass('public.s')) AS last
WHERE last NOT BETWEEN 50 AND 9223372036854775807;
ALTER SEQUENCE public.s AS bigint MINVALUE 1 MAXVALUE 9223372036854775807;
SELECT pg_catalog.setval('public.s', coalesce(nullif(next, 1), 500), false) FROM (SELECT pg_catalog.nextval('public.s') AS next WHERE pg_catalog.pg_sequence_last_value('public.s') IS NULL OFFSET 0) AS uncounted;
ALTER SEQUENCE public.s AS bigint START WITH 500 INCREMENT BY 1 MINVALUE 50 MAXVALUE 9223372036854775807 CACHE 1 NO CYCLE;

-- ==== down ====
-- batch, all or nothing

-- 1. alter sequence s (alter sequence:s)
-- must find nothing: sequence s has counted beyond what it is to count, from 1 to 100
SELECT last AS value
FROM pg_catalog.pg_sequence_last_value(pg_catalog.to_regclass('public.s')) AS last
WHERE last NOT BETWEEN 1 AND 100;
ALTER SEQUENCE public.s MINVALUE 1 MAXVALUE 9223372036854775807;
SELECT pg_catalog.setval('public.s', coalesce(nullif(next, 500), 1), false) FROM (SELECT pg_catalog.nextval('public.s') AS next WHERE pg_catalog.pg_sequence_last_value('public.s') IS NULL OFFSET 0) AS uncounted;
ALTER SEQUENCE public.s AS smallint START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 100 CACHE 1 NO CYCLE;
