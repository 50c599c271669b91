-- alter table:t
--   change-collation columns.a.collation: none → pg_catalog."C"
--   change-collation columns.b.collation: pg_catalog."C" → pg_catalog."POSIX"
--   change-type columns.c.type: character varying(10) → character varying(20)
--   change-collation columns.c.collation: pg_catalog."C" → none

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE pg_catalog."C";

-- 2. change the type of column b of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN b TYPE text COLLATE pg_catalog."POSIX";

-- 3. change the type of column c of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN c TYPE character varying(20);

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a TYPE text;

-- 2. change the type of column b of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN b TYPE text COLLATE pg_catalog."C";

-- 3. change the type of column c of table t (alter table:t)
--    ! data-loss, converts-values: changes t.c from character varying(20) to character varying(10), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.c becomes character varying(10); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN c TYPE character varying(10) COLLATE pg_catalog."C" USING c::character varying;
