-- rename table:u from table:t

-- ==== up ====
-- batch, all or nothing

-- 1. rename table t to u (rename table:u)
--    ! correctness, breaks-clients: renames table t to u: statements that still say t fail from then on
ALTER TABLE public.t RENAME TO u;

-- ==== down ====
-- batch, all or nothing

-- 1. rename table u to t (rename table:t)
--    ! correctness, breaks-clients: renames table u to t: statements that still say u fail from then on
ALTER TABLE public.u RENAME TO t;
