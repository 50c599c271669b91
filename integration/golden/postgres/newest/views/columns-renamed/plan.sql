-- alter view:and_query
--   rename-column columns.twice: a → twice
--   change-query select:  SELECT id,\n    a\n   FROM public.t; →  SELECT id,\n    (a * 2) AS twice\n   FROM public.t;
-- alter view:back
--   rename-column columns.a: other → a
-- alter view:union
--   rename-column columns.n: a → n
-- alter view:v
--   rename-column columns.A a: a → A a
--   rename-column columns.y: x → y

-- ==== up ====
-- batch, all or nothing

-- 1. rename column a to twice of view and_query (alter view:and_query)
--    ! correctness, breaks-clients: renames column and_query.a to twice: statements that still say and_query.a fail from then on
ALTER VIEW public.and_query RENAME COLUMN a TO twice;

-- 2. change the query of view and_query (alter view:and_query)
CREATE OR REPLACE VIEW public.and_query (id, twice) AS
 SELECT id,
    (a * 2) AS twice
   FROM public.t;

-- 3. rename column other to a of view back (alter view:back)
--    ! correctness, breaks-clients: renames column back.other to a: statements that still say back.other fail from then on
ALTER VIEW public.back RENAME COLUMN other TO a;

-- 4. rename column a to n of view union (alter view:union)
--    ! correctness, breaks-clients: renames column union.a to n: statements that still say union.a fail from then on
ALTER VIEW public."union" RENAME COLUMN a TO n;

-- 5. rename column a to A a of view v (alter view:v)
--    ! correctness, breaks-clients: renames column v.a to A a: statements that still say v.a fail from then on
ALTER VIEW public.v RENAME COLUMN a TO "A a";

-- 6. rename column x to y of view v (alter view:v)
--    ! correctness, breaks-clients: renames column v.x to y: statements that still say v.x fail from then on
ALTER VIEW public.v RENAME COLUMN x TO y;

-- ==== down ====
-- batch, all or nothing

-- 1. rename column twice to a of view and_query (alter view:and_query)
--    ! correctness, breaks-clients: renames column and_query.twice to a: statements that still say and_query.twice fail from then on
ALTER VIEW public.and_query RENAME COLUMN twice TO a;

-- 2. change the query of view and_query (alter view:and_query)
CREATE OR REPLACE VIEW public.and_query (id, a) AS
 SELECT id,
    a
   FROM public.t;

-- 3. rename column a to other of view back (alter view:back)
--    ! correctness, breaks-clients: renames column back.a to other: statements that still say back.a fail from then on
ALTER VIEW public.back RENAME COLUMN a TO other;

-- 4. rename column n to a of view union (alter view:union)
--    ! correctness, breaks-clients: renames column union.n to a: statements that still say union.n fail from then on
ALTER VIEW public."union" RENAME COLUMN n TO a;

-- 5. rename column A a to a of view v (alter view:v)
--    ! correctness, breaks-clients: renames column v.A a to a: statements that still say v.A a fail from then on
ALTER VIEW public.v RENAME COLUMN "A a" TO a;

-- 6. rename column y to x of view v (alter view:v)
--    ! correctness, breaks-clients: renames column v.y to x: statements that still say v.y fail from then on
ALTER VIEW public.v RENAME COLUMN y TO x;
