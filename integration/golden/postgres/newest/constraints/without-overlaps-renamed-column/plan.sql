-- alter table:c
--   rename-column columns.valid at: at → valid at
-- alter table:p
--   rename-column columns.when: at → when

-- ==== up ====
-- batch, all or nothing

-- 1. rename column at to valid at of table c (alter table:c)
--    ! correctness, breaks-clients: renames column c.at to valid at: statements that still say c.at fail from then on
ALTER TABLE public.c RENAME COLUMN at TO "valid at";

-- 2. rename column at to when of table p (alter table:p)
--    ! correctness, breaks-clients: renames column p.at to when: statements that still say p.at fail from then on
ALTER TABLE public.p RENAME COLUMN at TO "when";

-- ==== down ====
-- batch, all or nothing

-- 1. rename column valid at to at of table c (alter table:c)
--    ! correctness, breaks-clients: renames column c.valid at to at: statements that still say c.valid at fail from then on
ALTER TABLE public.c RENAME COLUMN "valid at" TO at;

-- 2. rename column when to at of table p (alter table:p)
--    ! correctness, breaks-clients: renames column p.when to at: statements that still say p.when fail from then on
ALTER TABLE public.p RENAME COLUMN "when" TO at;
