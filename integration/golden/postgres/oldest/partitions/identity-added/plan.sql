-- alter table:t
--   add-column columns.n: n integer GENERATED ALWAYS AS IDENTITY (START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 CACHE 1 NO CYCLE) NOT NULL

-- ==== up ====
-- batch, all or nothing

-- 1. add column n of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column n; nobody reads or writes it meanwhile
CREATE SEQUENCE public._schema_sync_aside AS integer START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 CACHE 1 NO CYCLE;
ALTER TABLE public.t ADD COLUMN n integer DEFAULT nextval('public._schema_sync_aside'::regclass) NOT NULL;
ALTER TABLE public.t ALTER COLUMN n DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN n ADD GENERATED ALWAYS AS IDENTITY (START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 CACHE 1 NO CYCLE);
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('public.t', 'n'), coalesce(last.value, pg_catalog.nextval('public._schema_sync_aside')), last.value IS NOT NULL) FROM (SELECT pg_catalog.pg_sequence_last_value('public._schema_sync_aside') AS value OFFSET 0) AS last;
DROP SEQUENCE public._schema_sync_aside;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column n of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.n with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN n;
