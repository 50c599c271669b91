-- rename table:u from table:t
-- alter table:u
--   rename-column columns.Owner: owner → Owner

-- ==== up ====
-- batch, all or nothing

-- 1. rename table t to u (rename table:u)
--    ! correctness, breaks-clients: renames table t to u: statements that still say t fail from then on
ALTER TABLE public.t RENAME TO u;

-- 2. rename column owner to Owner of table u (alter table:u)
--    ! correctness, breaks-clients: renames column u.owner to Owner: statements that still say u.owner fail from then on
ALTER TABLE public.u RENAME COLUMN owner TO "Owner";

-- ==== down ====
-- batch, all or nothing

-- 1. rename table u to t (rename table:t)
--    ! correctness, breaks-clients: renames table u to t: statements that still say u fail from then on
ALTER TABLE public.u RENAME TO t;

-- 2. rename column Owner to owner of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.Owner to owner: statements that still say t.Owner fail from then on
ALTER TABLE public.t RENAME COLUMN "Owner" TO owner;
