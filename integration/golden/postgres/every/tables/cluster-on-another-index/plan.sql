-- alter index:t_a
--   change-clustered clustered: true → none
-- alter postgres/constraint:t.t_pkey
--   change-clustered clustered: none → true

-- ==== up ====
-- batch, all or nothing

-- 1. alter the index of primary key t_pkey of table t (alter postgres/constraint:t.t_pkey)
ALTER TABLE public.t CLUSTER ON t_pkey;

-- ==== down ====
-- batch, all or nothing

-- 1. alter index t_a (alter index:t_a)
ALTER TABLE public.t CLUSTER ON t_a;
