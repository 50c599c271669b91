-- alter view:Where it's
--   change-query select:  SELECT id\n   FROM public.t\n  WHERE (a > 0); →  SELECT id\n   FROM public.t\n  WHERE (a > 1);
-- alter view:v
--   add-column columns.b: b text
--   add-column columns.Now new: Now new text
--   change-query select:  SELECT id,\n    a\n   FROM public.t; →  SELECT id,\n    (a + 1) AS a,\n    b,\n    'new'::text AS "Now new"\n   FROM public.t;

-- ==== up ====
-- batch, all or nothing

-- 1. change the query of view Where it's (alter view:Where it's)
CREATE OR REPLACE VIEW public."Where it's" (id) AS
 SELECT id
   FROM public.t
  WHERE (a > 1);

-- 2. change the query of view v (alter view:v)
CREATE OR REPLACE VIEW public.v (id, a, b, "Now new") AS
 SELECT id,
    (a + 1) AS a,
    b,
    'new'::text AS "Now new"
   FROM public.t;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view on_v (replace view:on_v)
DROP VIEW public.on_v;

-- 2. drop view v (replace view:v)
DROP VIEW public.v;

-- 3. change the query of view Where it's (alter view:Where it's)
CREATE OR REPLACE VIEW public."Where it's" (id) AS
 SELECT id
   FROM public.t
  WHERE (a > 0);

-- 4. create view v (replace view:v)
CREATE VIEW public.v (id, a) AS
 SELECT id,
    a
   FROM public.t;

-- 5. create view on_v (replace view:on_v)
CREATE VIEW public.on_v (id) AS
 SELECT id
   FROM public.v;
