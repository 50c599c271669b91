-- rename view:o s.select from view:o s.old V
-- alter view:on_it
--   change-query select:  SELECT id\n   FROM "o s"."old V"; →  SELECT id\n   FROM "o s"."select";

-- ==== up ====
-- batch, all or nothing

-- 1. rename view o s.old V to o s.select (rename view:o s.select)
--    ! correctness, breaks-clients: renames view o s.old V to o s.select: statements that still say o s.old V fail from then on
ALTER VIEW "o s"."old V" RENAME TO "select";

-- 2. change the query of view on_it (alter view:on_it)
CREATE OR REPLACE VIEW public.on_it (id) AS
 SELECT id
   FROM "o s"."select";

-- ==== down ====
-- batch, all or nothing

-- 1. rename view o s.select to o s.old V (rename view:o s.old V)
--    ! correctness, breaks-clients: renames view o s.select to o s.old V: statements that still say o s.select fail from then on
ALTER VIEW "o s"."select" RENAME TO "old V";

-- 2. change the query of view on_it (alter view:on_it)
CREATE OR REPLACE VIEW public.on_it (id) AS
 SELECT id
   FROM "o s"."old V";
