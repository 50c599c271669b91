-- alter postgres/domain:d
--   change-base base: integer → bigint
-- alter postgres/domain:e
--   change-parts parts.d: made anew

-- ==== up ====
-- batch, all or nothing

-- 1. make domain d anew (alter postgres/domain:d)
ALTER DOMAIN public.d RENAME TO _schema_sync_old_d;
CREATE DOMAIN public.d AS bigint;

-- 2. make domain e anew (alter postgres/domain:e)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain e is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.e RENAME TO _schema_sync_old_e;
CREATE DOMAIN public.e AS public.d;
ALTER TABLE public.t ALTER COLUMN a TYPE public.e USING a::text::public.e;
DROP DOMAIN public._schema_sync_old_e;
DROP DOMAIN public._schema_sync_old_d;

-- ==== down ====
-- batch, all or nothing

-- 1. make domain d anew (alter postgres/domain:d)
ALTER DOMAIN public.d RENAME TO _schema_sync_old_d;
CREATE DOMAIN public.d AS integer;

-- 2. make domain e anew (alter postgres/domain:e)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain e is made anew; nobody reads or writes it meanwhile
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no integer, and rows that do not comply make it fail
ALTER DOMAIN public.e RENAME TO _schema_sync_old_e;
CREATE DOMAIN public.e AS public.d;
ALTER TABLE public.t ALTER COLUMN a TYPE public.e USING a::text::public.e;
DROP DOMAIN public._schema_sync_old_e;
DROP DOMAIN public._schema_sync_old_d;
