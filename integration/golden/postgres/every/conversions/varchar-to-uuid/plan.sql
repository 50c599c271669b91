-- alter table:t
--   change-type columns.a.type: character varying(40) → uuid

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from character varying(40) to uuid, which reads stored values as uuid: how they are written is not kept, and it fails where one is no uuid [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes uuid; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE uuid USING a::uuid;

-- The way down does not bring back:
--   alter table:t: changes t.a from character varying(40) to uuid, which reads stored values as uuid: how they are written is not kept, and it fails where one is no uuid

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from uuid to character varying(40), which fails where a stored value is longer [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes character varying(40); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE character varying(40) USING a::character varying;
