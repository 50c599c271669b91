-- rename postgres/constraint:t.cuatro from postgres/constraint:t.four
-- rename postgres/constraint:t.dos"2 from postgres/constraint:t.two
-- rename postgres/constraint:t.select from postgres/constraint:t.three
-- rename postgres/constraint:t.uno 1 from postgres/constraint:t.one

-- ==== up ====
-- batch, all or nothing

-- 1. rename constraint four to cuatro (rename postgres/constraint:t.cuatro)
ALTER TABLE public.t RENAME CONSTRAINT four TO cuatro;

-- 2. rename constraint two to dos"2 (rename postgres/constraint:t.dos"2)
ALTER TABLE public.t RENAME CONSTRAINT two TO "dos""2";

-- 3. rename constraint three to select (rename postgres/constraint:t.select)
ALTER TABLE public.t RENAME CONSTRAINT three TO "select";

-- 4. rename constraint one to uno 1 (rename postgres/constraint:t.uno 1)
ALTER TABLE public.t RENAME CONSTRAINT one TO "uno 1";

-- ==== down ====
-- batch, all or nothing

-- 1. rename constraint cuatro to four (rename postgres/constraint:t.four)
ALTER TABLE public.t RENAME CONSTRAINT cuatro TO four;

-- 2. rename constraint uno 1 to one (rename postgres/constraint:t.one)
ALTER TABLE public.t RENAME CONSTRAINT "uno 1" TO one;

-- 3. rename constraint select to three (rename postgres/constraint:t.three)
ALTER TABLE public.t RENAME CONSTRAINT "select" TO three;

-- 4. rename constraint dos"2 to two (rename postgres/constraint:t.two)
ALTER TABLE public.t RENAME CONSTRAINT "dos""2" TO two;
