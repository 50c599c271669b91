-- rename index:t a! from index:t_a

-- ==== up ====
-- batch, all or nothing

-- 1. rename index t_a to t a! (rename index:t a!)
ALTER INDEX public.t_a RENAME TO "t a!";

-- ==== down ====
-- batch, all or nothing

-- 1. rename index t a! to t_a (rename index:t_a)
ALTER INDEX public."t a!" RENAME TO t_a;
