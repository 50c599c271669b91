-- create postgres/constraint:stays.once

-- ==== up ====
-- batch, all or nothing

-- 1. add exclusion once to table stays (create postgres/constraint:stays.once)
--    ! blocks-reads, builds-index: builds an index over table stays; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.stays ADD CONSTRAINT once EXCLUDE USING gist (during WITH &&);

-- ==== down ====
-- batch, all or nothing

-- 1. drop exclusion once of table stays (drop postgres/constraint:stays.once)
--    ! correctness, ends-guarantee: drops the exclusion once of table stays: from then on rows come that break it, and no statement fails
ALTER TABLE public.stays DROP CONSTRAINT once;
