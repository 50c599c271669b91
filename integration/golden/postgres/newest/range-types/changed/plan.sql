-- alter postgres/range-type:floats
--   change-options options: SUBTYPE = double precision → SUBTYPE = double precision, SUBTYPE_DIFF = float8mi

-- ==== up ====
-- batch, all or nothing

-- 1. make range type floats anew (alter postgres/range-type:floats)
--    ! blocks-reads, rewrites-table: writes table t again, because the range type floats is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.r from floats to floats as it is to be, which may cut, round or refuse stored values [irreversible]
--    ! data-loss, converts-values: changes t.rs from floats to floats as it is to be, which may cut, round or refuse stored values [irreversible]
ALTER TABLE public.t ALTER COLUMN r DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN r TYPE text USING r;
ALTER TABLE public.t ALTER COLUMN rs TYPE text[] USING rs;
DROP TYPE public.floats;
CREATE TYPE public.floats AS RANGE (
  SUBTYPE = double precision,
  SUBTYPE_DIFF = float8mi,
  MULTIRANGE_TYPE_NAME = public.floats_multirange
);
ALTER TABLE public.t ALTER COLUMN r DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN r TYPE public.floats USING r::public.floats;
ALTER TABLE public.t ALTER COLUMN r SET DEFAULT public.floats((1)::double precision, (2)::double precision);
ALTER TABLE public.t ALTER COLUMN rs TYPE public.floats[] USING rs::public.floats[];

-- The way down does not bring back:
--   alter postgres/range-type:floats: changes t.r from floats to floats as it is to be, which may cut, round or refuse stored values
--   alter postgres/range-type:floats: changes t.rs from floats to floats as it is to be, which may cut, round or refuse stored values

-- ==== down ====
-- batch, all or nothing

-- 1. make range type floats anew (alter postgres/range-type:floats)
--    ! blocks-reads, rewrites-table: writes table t again, because the range type floats is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.r from floats to floats as it is to be, which may cut, round or refuse stored values [irreversible]
--    ! data-loss, converts-values: changes t.rs from floats to floats as it is to be, which may cut, round or refuse stored values [irreversible]
ALTER TABLE public.t ALTER COLUMN r DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN r TYPE text USING r;
ALTER TABLE public.t ALTER COLUMN rs TYPE text[] USING rs;
DROP TYPE public.floats;
CREATE TYPE public.floats AS RANGE (
  SUBTYPE = double precision,
  MULTIRANGE_TYPE_NAME = public.floats_multirange
);
ALTER TABLE public.t ALTER COLUMN r DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN r TYPE public.floats USING r::public.floats;
ALTER TABLE public.t ALTER COLUMN r SET DEFAULT public.floats((1)::double precision, (2)::double precision);
ALTER TABLE public.t ALTER COLUMN rs TYPE public.floats[] USING rs::public.floats[];
