-- create postgres/constraint:ft.positive

-- ==== up ====
-- batch, all or nothing

-- 1. add check positive to table ft (create postgres/constraint:ft.positive)
ALTER TABLE public.ft ADD CONSTRAINT positive CHECK ((b > 0));

-- ==== down ====
-- batch, all or nothing

-- 1. drop check positive of table ft (drop postgres/constraint:ft.positive)
--    ! correctness, ends-guarantee: drops the check positive of table ft: from then on rows come that break it, and no statement fails
ALTER TABLE public.ft DROP CONSTRAINT positive;
