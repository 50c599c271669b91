-- rename table:t from table:a.t
-- rename table:u from table:a.u

-- ==== up ====
-- batch, all or nothing

-- 1. move table a.t to public.t (rename table:t)
--    ! correctness, breaks-clients: moves table a.t to public.t: statements that still say a.t fail from then on
ALTER TABLE a.t SET SCHEMA public;

-- 2. move table a.u to public.u (rename table:u)
--    ! correctness, breaks-clients: moves table a.u to public.u: statements that still say a.u fail from then on
ALTER TABLE a.u SET SCHEMA public;

-- ==== down ====
-- batch, all or nothing

-- 1. move table public.t to a.t (rename table:a.t)
--    ! correctness, breaks-clients: moves table public.t to a.t: statements that still say public.t fail from then on
ALTER TABLE public.t SET SCHEMA a;

-- 2. move table public.u to a.u (rename table:a.u)
--    ! correctness, breaks-clients: moves table public.u to a.u: statements that still say public.u fail from then on
ALTER TABLE public.u SET SCHEMA a;
