-- replace postgres/materialized-view:m: a materialized view takes another query only when it is created
-- rename table:u from table:t
-- alter table:u
--   rename-column columns.b: a → b

-- ==== up ====
-- batch, all or nothing

-- 1. drop materialized view m (replace postgres/materialized-view:m)
DROP MATERIALIZED VIEW public.m;

-- 2. rename table t to u (rename table:u)
--    ! correctness, breaks-clients: renames table t to u: statements that still say t fail from then on
ALTER TABLE public.t RENAME TO u;

-- 3. rename column a to b of table u (alter table:u)
--    ! correctness, breaks-clients: renames column u.a to b: statements that still say u.a fail from then on
ALTER TABLE public.u RENAME COLUMN a TO b;

-- 4. create materialized view m (replace postgres/materialized-view:m)
--    ! blocks-reads, rebuilds-materialized-view: makes materialized view m again; nobody reads it until its query has run
CREATE MATERIALIZED VIEW public.m (id, a) AS
 SELECT id,
    b AS a
   FROM public.u
  WITH DATA;

-- ==== down ====
-- batch, all or nothing

-- 1. drop materialized view m (replace postgres/materialized-view:m)
DROP MATERIALIZED VIEW public.m;

-- 2. rename table u to t (rename table:t)
--    ! correctness, breaks-clients: renames table u to t: statements that still say u fail from then on
ALTER TABLE public.u RENAME TO t;

-- 3. rename column b to a of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.b to a: statements that still say t.b fail from then on
ALTER TABLE public.t RENAME COLUMN b TO a;

-- 4. create materialized view m (replace postgres/materialized-view:m)
--    ! blocks-reads, rebuilds-materialized-view: makes materialized view m again; nobody reads it until its query has run
CREATE MATERIALIZED VIEW public.m (id, a) AS
 SELECT id,
    a
   FROM public.t
  WITH DATA;
