-- replace postgres/constraint:ft.positive: a constraint cannot be altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop check positive of table ft (replace postgres/constraint:ft.positive)
ALTER TABLE public.ft DROP CONSTRAINT positive;

-- 2. add check positive to table ft (replace postgres/constraint:ft.positive)
ALTER TABLE public.ft ADD CONSTRAINT positive CHECK ((b > 1));

-- ==== down ====
-- batch, all or nothing

-- 1. drop check positive of table ft (replace postgres/constraint:ft.positive)
ALTER TABLE public.ft DROP CONSTRAINT positive;

-- 2. add check positive to table ft (replace postgres/constraint:ft.positive)
ALTER TABLE public.ft ADD CONSTRAINT positive CHECK ((b > 0));
