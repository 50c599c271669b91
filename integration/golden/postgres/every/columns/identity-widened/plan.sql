-- alter table:t
--   change-type columns.a.type: integer → bigint
--   change-identity columns.a.identity: {"always":true,"options":{"type":"integer","start":"1","increment":"1","minimum":"1","maximum":"2147483647","cache":"1","cycle":false}} → {"always":true,"options":{"type":"bigint","start":"1","increment":"1","minimum":"1","maximum":"9223372036854775807","cache":"1","cycle":false}}

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;

-- 2. change the identity of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET GENERATED ALWAYS SET START WITH 1 SET INCREMENT BY 1 SET MINVALUE 1 SET MAXVALUE 9223372036854775807 SET CACHE 1 SET NO CYCLE;

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;

-- 2. change the identity of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET GENERATED ALWAYS SET START WITH 1 SET INCREMENT BY 1 SET MINVALUE 1 SET MAXVALUE 2147483647 SET CACHE 1 SET NO CYCLE;
