-- create postgres/constraint:t.apart
-- create postgres/constraint:t.one of each

-- ==== up ====
-- batch, all or nothing

-- 1. add exclusion apart to table t (create postgres/constraint:t.apart)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT apart EXCLUDE USING gist (r WITH &&, c WITH &&) WHERE (live);

-- 2. add exclusion one of each to table t (create postgres/constraint:t.one of each)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT "one of each" EXCLUDE USING btree (live WITH =) DEFERRABLE INITIALLY DEFERRED;

-- ==== down ====
-- batch, all or nothing

-- 1. drop exclusion apart of table t (drop postgres/constraint:t.apart)
--    ! correctness, ends-guarantee: drops the exclusion apart of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t DROP CONSTRAINT apart;

-- 2. drop exclusion one of each of table t (drop postgres/constraint:t.one of each)
--    ! correctness, ends-guarantee: drops the exclusion one of each of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t DROP CONSTRAINT "one of each";
