-- alter index:t_a
--   change-clustered clustered: none → true

-- ==== up ====
-- batch, all or nothing

-- 1. alter index t_a (alter index:t_a)
ALTER TABLE public.t CLUSTER ON t_a;

-- ==== down ====
-- batch, all or nothing

-- 1. alter index t_a (alter index:t_a)
ALTER TABLE public.t SET WITHOUT CLUSTER;
