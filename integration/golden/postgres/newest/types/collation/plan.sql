-- alter table:t
--   change-collation columns.a.collation: none → pg_catalog."C"
--   change-type columns.b.type: character varying(5) → character varying(9)
--   change-collation columns.b.collation: pg_catalog."C" → none
-- replace view:v: a view keeps the columns that it has, and can only get more at the end

-- ==== up ====
-- batch, all or nothing

-- 1. drop view v (replace view:v)
DROP VIEW public.v;

-- 2. change the type of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE pg_catalog."C";

-- 3. change the type of column b of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN b TYPE character varying(9);

-- 4. create view v (replace view:v)
CREATE VIEW public.v (b) AS
 SELECT lower((b)::text) AS b
   FROM public.t;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view v (replace view:v)
DROP VIEW public.v;

-- 2. change the type of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a TYPE text;

-- 3. change the type of column b of table t (alter table:t)
--    ! data-loss, converts-values: changes t.b from character varying(9) to character varying(5), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.b becomes character varying(5); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b TYPE character varying(5) COLLATE pg_catalog."C" USING b::character varying;

-- 4. create view v (replace view:v)
CREATE VIEW public.v (b) AS
 SELECT lower((b)::text) AS b
   FROM public.t;
