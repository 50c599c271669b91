-- create postgres/constraint:m.to_other

-- ==== up ====
-- batch

-- 1. add foreign key to_other to table m (create postgres/constraint:m.to_other)
ALTER TABLE public.m ADD CONSTRAINT to_other FOREIGN KEY (b) REFERENCES public.other(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE public.m VALIDATE CONSTRAINT to_other;
-- removes what a failure leaves behind: ALTER TABLE public.m DROP CONSTRAINT to_other;

-- ==== down ====
-- batch, all or nothing

-- 1. drop foreign key to_other of table m (drop postgres/constraint:m.to_other)
--    ! correctness, ends-guarantee: drops the foreign key to_other of table m: from then on rows come that break it, and no statement fails
ALTER TABLE public.m DROP CONSTRAINT to_other;
