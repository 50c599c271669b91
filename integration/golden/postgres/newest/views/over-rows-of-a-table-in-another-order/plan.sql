-- replace postgres/materialized-view:m: a materialized view takes another query only when it is created
-- alter table:t
--   rename-column columns.renamed: old → renamed
--   drop-column columns.gone: gone text
--   add-column columns.B": "B""" integer
--   add-column columns.c: c integer DEFAULT 3
-- alter view:same
--   change-query select:  SELECT a,\n    b\n   FROM public.f(1) f(a, b, gone, old); →  SELECT a,\n    b\n   FROM public.f(1) f("B""", a, b, c, renamed);
-- alter view:v
--   add-column columns.c: c integer
--   change-query select:  SELECT b,\n    a,\n    n\n   FROM public.f((1 + length('f()'::text))) WITH ORDINALITY x(a, b, gone, old, n); →  SELECT b,\n    a,\n    n,\n    c\n   FROM public.f((length('f()'::text) - 2)) WITH ORDINALITY x(q, a, b, c, r, n);

-- ==== up ====
-- batch, all or nothing

-- 1. drop materialized view m (replace postgres/materialized-view:m)
DROP MATERIALIZED VIEW public.m;

-- 2. rename column old to renamed of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.old to renamed: statements that still say t.old fail from then on
ALTER TABLE public.t RENAME COLUMN old TO renamed;

-- 3. drop column gone of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.gone with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN gone;

-- 4. add column B" of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN "B""" integer;

-- 5. add column c of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN c integer DEFAULT 3;

-- 6. create materialized view m (replace postgres/materialized-view:m)
--    ! blocks-reads, rebuilds-materialized-view: makes materialized view m again; nobody reads it until its query has run
CREATE MATERIALIZED VIEW public.m (b, a, c) AS
 SELECT b,
    a,
    c
   FROM public.one() one(a, b, renamed, "B""", c)
  WITH DATA;

-- 7. change the query of view same (alter view:same)
CREATE OR REPLACE VIEW public.same (a, b) AS
 SELECT a,
    b
   FROM public.f(1) f(a, b, renamed, "B""", c);

-- 8. change the query of view v (alter view:v)
CREATE OR REPLACE VIEW public.v (b, a, n, c) AS
 SELECT b,
    a,
    n,
    c
   FROM public.f((length('f()'::text) - 2)) WITH ORDINALITY x(a, b, r, q, c, n);

-- The way down does not bring back:
--   alter table:t: drops column t.gone with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. drop materialized view m (replace postgres/materialized-view:m)
DROP MATERIALIZED VIEW public.m;

-- 2. drop view v (replace view:v)
DROP VIEW public.v;

-- 3. rename column renamed to old of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.renamed to old: statements that still say t.renamed fail from then on
ALTER TABLE public.t RENAME COLUMN renamed TO old;

-- 4. drop column B" of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.B" with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN "B""";

-- 5. drop column c of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.c with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN c;

-- 6. add column gone of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN gone text;

-- 7. create materialized view m (replace postgres/materialized-view:m)
--    ! blocks-reads, rebuilds-materialized-view: makes materialized view m again; nobody reads it until its query has run
CREATE MATERIALIZED VIEW public.m (b, a) AS
 SELECT b,
    a
   FROM public.one() one(a, b, old, gone)
  WITH DATA;

-- 8. change the query of view same (alter view:same)
CREATE OR REPLACE VIEW public.same (a, b) AS
 SELECT a,
    b
   FROM public.f(1) f(a, b, old, gone);

-- 9. create view v (replace view:v)
CREATE VIEW public.v (b, a, n) AS
 SELECT b,
    a,
    n
   FROM public.f((1 + length('f()'::text))) WITH ORDINALITY x(a, b, old, gone, n);
