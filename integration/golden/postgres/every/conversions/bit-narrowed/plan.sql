-- alter table:t
--   change-type columns.a.type: bit varying(9) → bit varying(3)

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from bit varying(9) to bit varying(3), which fails where a stored value is longer [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes bit varying(3); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE bit varying(3) USING a::bit varying;

-- The way down does not bring back:
--   alter table:t: changes t.a from bit varying(9) to bit varying(3), which fails where a stored value is longer

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a TYPE bit varying(9);
