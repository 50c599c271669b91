-- rename postgres/range-type:spun from postgres/range-type:span
-- alter postgres/range-type:spun
--   change-options options: SUBTYPE = bigint → SUBTYPE = integer

-- ==== up ====
-- batch, all or nothing

-- 1. rename range type span to spun (rename postgres/range-type:spun)
--    ! correctness, breaks-clients: renames range type span to spun: statements that still say span fail from then on
ALTER TYPE public.span RENAME TO spun;
ALTER FUNCTION public.span(bigint, bigint) RENAME TO spun;
ALTER FUNCTION public.span(bigint, bigint, text) RENAME TO spun;

-- 2. make range type spun anew (alter postgres/range-type:spun)
--    ! blocks-reads, rewrites-table: writes table t again, because the range type spun is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.l from spun to spun as it is to be, which may cut, round or refuse stored values [irreversible]
--    ! data-loss, converts-values: changes t.s from spun to spun as it is to be, which may cut, round or refuse stored values [irreversible]
ALTER TABLE public.t ALTER COLUMN l DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN l TYPE text[] USING l;
ALTER TABLE public.t ALTER COLUMN s DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN s TYPE text USING s;
DROP TYPE public.spun;
CREATE TYPE public.spun AS RANGE (
  SUBTYPE = integer
);
ALTER TABLE public.t ALTER COLUMN l DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN l TYPE public.spun[] USING l::public.spun[];
ALTER TABLE public.t ALTER COLUMN l SET DEFAULT '{}'::public.spun[];
ALTER TABLE public.t ALTER COLUMN s DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN s TYPE public.spun USING s::public.spun;
ALTER TABLE public.t ALTER COLUMN s SET DEFAULT '[1,2)'::public.spun;

-- The way down does not bring back:
--   alter postgres/range-type:spun: changes t.l from spun to spun as it is to be, which may cut, round or refuse stored values
--   alter postgres/range-type:spun: changes t.s from spun to spun as it is to be, which may cut, round or refuse stored values

-- ==== down ====
-- batch, all or nothing

-- 1. rename range type spun to span (rename postgres/range-type:span)
--    ! correctness, breaks-clients: renames range type spun to span: statements that still say spun fail from then on
ALTER TYPE public.spun RENAME TO span;
ALTER FUNCTION public.spun(integer, integer) RENAME TO span;
ALTER FUNCTION public.spun(integer, integer, text) RENAME TO span;

-- 2. make range type span anew (alter postgres/range-type:span)
--    ! blocks-reads, rewrites-table: writes table t again, because the range type span is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.l from span to span as it is to be, which may cut, round or refuse stored values [irreversible]
--    ! data-loss, converts-values: changes t.s from span to span as it is to be, which may cut, round or refuse stored values [irreversible]
ALTER TABLE public.t ALTER COLUMN l DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN l TYPE text[] USING l;
ALTER TABLE public.t ALTER COLUMN s DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN s TYPE text USING s;
DROP TYPE public.span;
CREATE TYPE public.span AS RANGE (
  SUBTYPE = bigint
);
ALTER TABLE public.t ALTER COLUMN l DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN l TYPE public.span[] USING l::public.span[];
ALTER TABLE public.t ALTER COLUMN l SET DEFAULT '{}'::public.span[];
ALTER TABLE public.t ALTER COLUMN s DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN s TYPE public.span USING s::public.span;
ALTER TABLE public.t ALTER COLUMN s SET DEFAULT '[1,2)'::public.span;
