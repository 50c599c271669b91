-- alter table:t
--   change-type columns.a.type: integer → character varying(3)
--   change-default columns.a.default: 1 → '1'::character varying

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from integer to character varying(3), which fails where a stored value is longer [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes character varying(3); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE character varying(3) USING a::character varying;

-- 2. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT '1'::character varying;

-- The way down does not bring back:
--   alter table:t: changes t.a from integer to character varying(3), which fails where a stored value is longer

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from character varying(3) to integer, which reads stored values as integer: how they are written is not kept, and it fails where one is no integer [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;

-- 2. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 1;
