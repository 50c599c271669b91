-- rename postgres/range-type:b.kept from postgres/range-type:a.kept
-- rename postgres/range-type:b.time from postgres/range-type:a.span
-- alter postgres/range-type:b.time
--   rename-multirange multirange: span_multirange → time_multirange

-- ==== up ====
-- batch, all or nothing

-- 1. move range type a.kept to b.kept (rename postgres/range-type:b.kept)
--    ! correctness, breaks-clients: moves range type a.kept to b.kept: statements that still say a.kept fail from then on
ALTER TYPE a.kept SET SCHEMA b;
ALTER FUNCTION a.kept(integer, integer) SET SCHEMA b;
ALTER FUNCTION a.kept(integer, integer, text) SET SCHEMA b;
ALTER TYPE a.kept_multirange SET SCHEMA b;
ALTER FUNCTION a.kept_multirange() SET SCHEMA b;
ALTER FUNCTION a.kept_multirange(b.kept) SET SCHEMA b;
ALTER FUNCTION a.kept_multirange(VARIADIC b.kept[]) SET SCHEMA b;

-- 2. move range type a.span to b.time (rename postgres/range-type:b.time)
--    ! correctness, breaks-clients: moves range type a.span to b.time: statements that still say a.span fail from then on
ALTER TYPE a.span SET SCHEMA b;
ALTER TYPE b.span RENAME TO "time";
ALTER FUNCTION a.span(integer, integer) SET SCHEMA b;
ALTER FUNCTION a.span(integer, integer, text) SET SCHEMA b;
ALTER TYPE a.span_multirange SET SCHEMA b;
ALTER FUNCTION a.span_multirange() SET SCHEMA b;
ALTER FUNCTION a.span_multirange(b."time") SET SCHEMA b;
ALTER FUNCTION a.span_multirange(VARIADIC b."time"[]) SET SCHEMA b;
ALTER FUNCTION b.span(integer, integer) RENAME TO "time";
ALTER FUNCTION b.span(integer, integer, text) RENAME TO "time";

-- 3. rename multirange type span_multirange to time_multirange (alter postgres/range-type:b.time)
--    ! correctness, breaks-clients: renames multirange type span_multirange to time_multirange: statements that still say span_multirange fail from then on
ALTER TYPE b.span_multirange RENAME TO time_multirange;
ALTER FUNCTION b.span_multirange() RENAME TO time_multirange;
ALTER FUNCTION b.span_multirange(b."time") RENAME TO time_multirange;
ALTER FUNCTION b.span_multirange(VARIADIC b."time"[]) RENAME TO time_multirange;

-- ==== down ====
-- batch, all or nothing

-- 1. move range type b.kept to a.kept (rename postgres/range-type:a.kept)
--    ! correctness, breaks-clients: moves range type b.kept to a.kept: statements that still say b.kept fail from then on
ALTER TYPE b.kept SET SCHEMA a;
ALTER FUNCTION b.kept(integer, integer) SET SCHEMA a;
ALTER FUNCTION b.kept(integer, integer, text) SET SCHEMA a;
ALTER TYPE b.kept_multirange SET SCHEMA a;
ALTER FUNCTION b.kept_multirange() SET SCHEMA a;
ALTER FUNCTION b.kept_multirange(a.kept) SET SCHEMA a;
ALTER FUNCTION b.kept_multirange(VARIADIC a.kept[]) SET SCHEMA a;

-- 2. move range type b.time to a.span (rename postgres/range-type:a.span)
--    ! correctness, breaks-clients: moves range type b.time to a.span: statements that still say b.time fail from then on
ALTER TYPE b."time" SET SCHEMA a;
ALTER TYPE a."time" RENAME TO span;
ALTER FUNCTION b."time"(integer, integer) SET SCHEMA a;
ALTER FUNCTION b."time"(integer, integer, text) SET SCHEMA a;
ALTER TYPE b.time_multirange SET SCHEMA a;
ALTER FUNCTION b.time_multirange() SET SCHEMA a;
ALTER FUNCTION b.time_multirange(a.span) SET SCHEMA a;
ALTER FUNCTION b.time_multirange(VARIADIC a.span[]) SET SCHEMA a;
ALTER FUNCTION a."time"(integer, integer) RENAME TO span;
ALTER FUNCTION a."time"(integer, integer, text) RENAME TO span;

-- 3. rename multirange type time_multirange to span_multirange (alter postgres/range-type:a.span)
--    ! correctness, breaks-clients: renames multirange type time_multirange to span_multirange: statements that still say time_multirange fail from then on
ALTER TYPE a.time_multirange RENAME TO span_multirange;
ALTER FUNCTION a.time_multirange() RENAME TO span_multirange;
ALTER FUNCTION a.time_multirange(a.span) RENAME TO span_multirange;
ALTER FUNCTION a.time_multirange(VARIADIC a.span[]) RENAME TO span_multirange;
