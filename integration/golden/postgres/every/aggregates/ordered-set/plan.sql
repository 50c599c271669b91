-- create postgres/aggregate:my_percentile(double precision, anyelement)
-- create postgres/aggregate:my_rank("any")

-- ==== up ====
-- batch, all or nothing

-- 1. create aggregate my_percentile(double precision, anyelement) (create postgres/aggregate:my_percentile(double precision, anyelement))
CREATE AGGREGATE public.my_percentile(double precision ORDER BY anyelement) (
  SFUNC = ordered_set_transition,
  STYPE = internal,
  FINALFUNC = percentile_disc_final,
  FINALFUNC_EXTRA
);

-- 2. create aggregate my_rank("any") (create postgres/aggregate:my_rank("any"))
CREATE AGGREGATE public.my_rank(VARIADIC "any" ORDER BY VARIADIC "any") (
  SFUNC = ordered_set_transition_multi,
  STYPE = internal,
  FINALFUNC = rank_final,
  FINALFUNC_EXTRA,
  HYPOTHETICAL
);

-- ==== down ====
-- batch, all or nothing

-- 1. drop aggregate my_percentile(double precision, anyelement) (drop postgres/aggregate:my_percentile(double precision, anyelement))
--    ! correctness, drops-routine: drops aggregate my_percentile(double precision, anyelement): statements that call it fail from then on, also those in the bodies of others
DROP AGGREGATE public.my_percentile(double precision ORDER BY anyelement);

-- 2. drop aggregate my_rank("any") (drop postgres/aggregate:my_rank("any"))
--    ! correctness, drops-routine: drops aggregate my_rank("any"): statements that call it fail from then on, also those in the bodies of others
DROP AGGREGATE public.my_rank(VARIADIC "any" ORDER BY VARIADIC "any");
