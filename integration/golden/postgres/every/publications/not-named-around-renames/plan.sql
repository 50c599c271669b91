-- rename postgres/constraint:order by.order by_pkey from postgres/constraint:t.t_pkey
-- rename table:order by from table:t
-- left alone: postgres/publication p: what is of the whole database stays unless --with database

-- ==== up ====
-- batch, all or nothing

-- 1. rename table t to order by (rename table:order by)
--    ! correctness, breaks-clients: renames table t to order by: statements that still say t fail from then on
ALTER TABLE public.t RENAME TO "order by";

-- 2. rename constraint t_pkey to order by_pkey (rename postgres/constraint:order by.order by_pkey)
ALTER TABLE public."order by" RENAME CONSTRAINT t_pkey TO "order by_pkey";

-- ==== down ====
-- batch, all or nothing

-- 1. rename table order by to t (rename table:t)
--    ! correctness, breaks-clients: renames table order by to t: statements that still say order by fail from then on
ALTER TABLE public."order by" RENAME TO t;

-- 2. rename constraint order by_pkey to t_pkey (rename postgres/constraint:t.t_pkey)
ALTER TABLE public.t RENAME CONSTRAINT "order by_pkey" TO t_pkey;
