-- rename schema:b from schema:a
-- alter view:listed
--   change-query select:  SELECT a.t,\n    other.id\n   FROM public.u a,\n    a.t other; →  SELECT a.t,\n    other.id\n   FROM public.u a,\n    b.t other;

-- ==== up ====
-- batch, all or nothing

-- 1. rename schema a to b (rename schema:b)
--    ! correctness, breaks-clients: renames schema a to b: statements that still say a fail from then on
ALTER SCHEMA a RENAME TO b;

-- 2. change the query of view listed (alter view:listed)
CREATE OR REPLACE VIEW public.listed (t, id) AS
 SELECT a.t,
    other.id
   FROM public.u a,
    b.t other;

-- ==== down ====
-- batch, all or nothing

-- 1. rename schema b to a (rename schema:a)
--    ! correctness, breaks-clients: renames schema b to a: statements that still say b fail from then on
ALTER SCHEMA b RENAME TO a;

-- 2. change the query of view joined (alter view:joined)
CREATE OR REPLACE VIEW public.joined (id, name, t) AS
 SELECT a.id,
    a.name,
    b.t
   FROM (a.t a
     JOIN public.u b ON ((b.t = a.id)));
