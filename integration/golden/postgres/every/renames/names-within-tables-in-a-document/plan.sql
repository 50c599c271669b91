-- rename postgres/constraint:t.above_zero from postgres/constraint:t.positive
-- rename postgres/constraint:t.last from postgres/constraint:t.first
-- rename postgres/constraint:t.of_u from postgres/constraint:t.to_u
-- rename postgres/constraint:t.only_one from postgres/constraint:t.one
-- rename postgres/trigger:t.tock from postgres/trigger:t.tick

-- ==== up ====
-- batch, all or nothing

-- 1. rename constraint positive to above_zero (rename postgres/constraint:t.above_zero)
ALTER TABLE public.t RENAME CONSTRAINT positive TO above_zero;

-- 2. rename constraint first to last (rename postgres/constraint:t.last)
ALTER TABLE public.t RENAME CONSTRAINT first TO last;

-- 3. rename constraint to_u to of_u (rename postgres/constraint:t.of_u)
ALTER TABLE public.t RENAME CONSTRAINT to_u TO of_u;

-- 4. rename constraint one to only_one (rename postgres/constraint:t.only_one)
ALTER TABLE public.t RENAME CONSTRAINT one TO only_one;

-- 5. rename trigger tick on t to tock (rename postgres/trigger:t.tock)
ALTER TRIGGER tick ON public.t RENAME TO tock;

-- ==== down ====
-- batch, all or nothing

-- 1. rename constraint last to first (rename postgres/constraint:t.first)
ALTER TABLE public.t RENAME CONSTRAINT last TO first;

-- 2. rename constraint only_one to one (rename postgres/constraint:t.one)
ALTER TABLE public.t RENAME CONSTRAINT only_one TO one;

-- 3. rename constraint above_zero to positive (rename postgres/constraint:t.positive)
ALTER TABLE public.t RENAME CONSTRAINT above_zero TO positive;

-- 4. rename constraint of_u to to_u (rename postgres/constraint:t.to_u)
ALTER TABLE public.t RENAME CONSTRAINT of_u TO to_u;

-- 5. rename trigger tock on t to tick (rename postgres/trigger:t.tick)
ALTER TRIGGER tock ON public.t RENAME TO tick;
