-- alter table:t
--   drop-column columns.c: c integer GENERATED ALWAYS AS ((a + 1)) VIRTUAL
--   add-column columns.c: c integer GENERATED ALWAYS AS ((a + 2)) VIRTUAL
--   change-expression columns.b.generated: (a * 2) → (a * 3)
-- replace view:v: it cannot stay while table:t is altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop view v (replace view:v)
DROP VIEW public.v;

-- 2. drop column c of table t (alter table:t)
ALTER TABLE public.t DROP COLUMN c;

-- 3. add column c of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN c integer GENERATED ALWAYS AS ((a + 2)) VIRTUAL;

-- 4. compute column b in another way of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to compute the column b anew; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b SET EXPRESSION AS ((a * 3));

-- 5. create view v (replace view:v)
CREATE VIEW public.v (b, c) AS
 SELECT b,
    c
   FROM public.t;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view v (replace view:v)
DROP VIEW public.v;

-- 2. drop column c of table t (alter table:t)
ALTER TABLE public.t DROP COLUMN c;

-- 3. add column c of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN c integer GENERATED ALWAYS AS ((a + 1)) VIRTUAL;

-- 4. compute column b in another way of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to compute the column b anew; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b SET EXPRESSION AS ((a * 2));

-- 5. create view v (replace view:v)
CREATE VIEW public.v (b, c) AS
 SELECT b,
    c
   FROM public.t;
