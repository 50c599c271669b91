-- rename postgres/function:next_sum(integer, integer) from postgres/function:step(integer, integer)

-- ==== up ====
-- batch, all or nothing

-- 1. rename function step(integer, integer) to next_sum(integer, integer) (rename postgres/function:next_sum(integer, integer))
--    ! correctness, breaks-clients: renames function step to next_sum: statements that still say step fail from then on
ALTER FUNCTION public.step(integer, integer) RENAME TO next_sum;

-- ==== down ====
-- batch, all or nothing

-- 1. rename function next_sum(integer, integer) to step(integer, integer) (rename postgres/function:step(integer, integer))
--    ! correctness, breaks-clients: renames function next_sum to step: statements that still say next_sum fail from then on
ALTER FUNCTION public.next_sum(integer, integer) RENAME TO step;
