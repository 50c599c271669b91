-- rename postgres/aggregate:grand_total(integer) from postgres/aggregate:total(integer)

-- ==== up ====
-- batch, all or nothing

-- 1. rename aggregate total(integer) to grand_total(integer) (rename postgres/aggregate:grand_total(integer))
--    ! correctness, breaks-clients: renames aggregate total to grand_total: statements that still say total fail from then on
ALTER AGGREGATE public.total(integer) RENAME TO grand_total;

-- ==== down ====
-- batch, all or nothing

-- 1. rename aggregate grand_total(integer) to total(integer) (rename postgres/aggregate:total(integer))
--    ! correctness, breaks-clients: renames aggregate grand_total to total: statements that still say grand_total fail from then on
ALTER AGGREGATE public.grand_total(integer) RENAME TO total;
