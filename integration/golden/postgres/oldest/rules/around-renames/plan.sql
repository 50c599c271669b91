-- alter postgres/rule:T.own
--   change-action action:  DO  UPDATE public.t SET a = 1\n  WHERE (t.id = old.id) →  DO  UPDATE public."T" SET "A" = 1\n  WHERE ("T".id = old.id)
-- alter postgres/rule:T.r
--   change-action action: \n   WHERE (new.a > 0) DO  INSERT INTO public.l (id)\n  VALUES (new.id) → \n   WHERE (new."A" > 0) DO  INSERT INTO public."L" (id)\n  VALUES (new.id)
-- rename table:L from table:l
-- rename table:T from table:t
-- alter table:T
--   rename-column columns.A: a → A

-- ==== up ====
-- batch, all or nothing

-- 1. rename table l to L (rename table:L)
--    ! correctness, breaks-clients: renames table l to L: statements that still say l fail from then on
ALTER TABLE public.l RENAME TO "L";

-- 2. rename table t to T (rename table:T)
--    ! correctness, breaks-clients: renames table t to T: statements that still say t fail from then on
ALTER TABLE public.t RENAME TO "T";

-- 3. rename column a to A of table T (alter table:T)
--    ! correctness, breaks-clients: renames column T.a to A: statements that still say T.a fail from then on
ALTER TABLE public."T" RENAME COLUMN a TO "A";

-- 4. alter rule own on T (alter postgres/rule:T.own)
CREATE OR REPLACE RULE own AS ON DELETE TO public."T" DO  UPDATE public."T" SET "A" = 1
  WHERE ("T".id = old.id);

-- 5. alter rule r on T (alter postgres/rule:T.r)
CREATE OR REPLACE RULE r AS ON INSERT TO public."T"
   WHERE (new."A" > 0) DO  INSERT INTO public."L" (id)
  VALUES (new.id);

-- ==== down ====
-- batch, all or nothing

-- 1. rename table L to l (rename table:l)
--    ! correctness, breaks-clients: renames table L to l: statements that still say L fail from then on
ALTER TABLE public."L" RENAME TO l;

-- 2. rename table T to t (rename table:t)
--    ! correctness, breaks-clients: renames table T to t: statements that still say T fail from then on
ALTER TABLE public."T" RENAME TO t;

-- 3. rename column A to a of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.A to a: statements that still say t.A fail from then on
ALTER TABLE public.t RENAME COLUMN "A" TO a;

-- 4. alter rule own on t (alter postgres/rule:t.own)
CREATE OR REPLACE RULE own AS ON DELETE TO public.t DO  UPDATE public.t SET a = 1
  WHERE (t.id = old.id);

-- 5. alter rule r on t (alter postgres/rule:t.r)
CREATE OR REPLACE RULE r AS ON INSERT TO public.t
   WHERE (new.a > 0) DO  INSERT INTO public.l (id)
  VALUES (new.id);
