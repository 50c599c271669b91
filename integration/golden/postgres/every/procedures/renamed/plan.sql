-- rename postgres/procedure:q(integer) from postgres/procedure:p(integer)
-- rename postgres/procedure:q(text) from postgres/procedure:p(text)

-- ==== up ====
-- batch, all or nothing

-- 1. rename procedure p(integer) to q(integer) (rename postgres/procedure:q(integer))
--    ! correctness, breaks-clients: renames procedure p to q: statements that still say p fail from then on
ALTER PROCEDURE public.p(integer) RENAME TO q;

-- 2. rename procedure p(text) to q(text) (rename postgres/procedure:q(text))
--    ! correctness, breaks-clients: renames procedure p to q: statements that still say p fail from then on
ALTER PROCEDURE public.p(text) RENAME TO q;

-- ==== down ====
-- batch, all or nothing

-- 1. rename procedure q(integer) to p(integer) (rename postgres/procedure:p(integer))
--    ! correctness, breaks-clients: renames procedure q to p: statements that still say q fail from then on
ALTER PROCEDURE public.q(integer) RENAME TO p;

-- 2. rename procedure q(text) to p(text) (rename postgres/procedure:p(text))
--    ! correctness, breaks-clients: renames procedure q to p: statements that still say q fail from then on
ALTER PROCEDURE public.q(text) RENAME TO p;
