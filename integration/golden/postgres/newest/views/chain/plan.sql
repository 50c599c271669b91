-- alter table:t
--   change-type columns.a.type: integer → text
-- replace view:one: a view keeps the columns that it has, and can only get more at the end
-- replace view:two: a view keeps the columns that it has, and can only get more at the end

-- ==== up ====
-- batch, all or nothing

-- 1. drop view two (replace view:two)
DROP VIEW public.two;

-- 2. drop view one (replace view:one)
DROP VIEW public.one;

-- 3. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes text; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE text USING a::text;

-- 4. create view one (replace view:one)
CREATE VIEW public.one (a) AS
 SELECT a
   FROM public.t;

-- 5. create view two (replace view:two)
CREATE VIEW public.two (a) AS
 SELECT (a || '!'::text) AS a
   FROM public.one;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view two (replace view:two)
DROP VIEW public.two;

-- 2. drop view one (replace view:one)
DROP VIEW public.one;

-- 3. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from text to integer, which reads stored values as integer: how they are written is not kept, and it fails where one is no integer [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;

-- 4. create view one (replace view:one)
CREATE VIEW public.one (a) AS
 SELECT a
   FROM public.t;

-- 5. create view two (replace view:two)
CREATE VIEW public.two (a) AS
 SELECT a
   FROM public.one;
