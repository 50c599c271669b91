-- alter table:t
--   change-type columns.a.type: character varying(10) → numeric
--   change-storage columns.a.storage: EXTERNAL → none

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from character varying(10) to numeric, which reads stored values as numeric: how they are written is not kept, and it fails where one is no numeric [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes numeric; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE numeric USING a::numeric;

-- The way down does not bring back:
--   alter table:t: changes t.a from character varying(10) to numeric, which reads stored values as numeric: how they are written is not kept, and it fails where one is no numeric

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from numeric to character varying(10), which fails where a stored value is longer [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes character varying(10); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE character varying(10) USING a::character varying;
ALTER TABLE public.t ALTER COLUMN a SET STORAGE EXTERNAL;
