-- rename table:b.t from table:a.t
-- rename table:c.t from table:b.t

-- ==== up ====
-- batch, all or nothing

-- 1. move table b.t to c.t (rename table:c.t)
--    ! correctness, breaks-clients: moves table b.t to c.t: statements that still say b.t fail from then on
ALTER TABLE b.t SET SCHEMA c;

-- 2. move table a.t to b.t (rename table:b.t)
--    ! correctness, breaks-clients: moves table a.t to b.t: statements that still say a.t fail from then on
ALTER TABLE a.t SET SCHEMA b;

-- ==== down ====
-- batch, all or nothing

-- 1. move table b.t to a.t (rename table:a.t)
--    ! correctness, breaks-clients: moves table b.t to a.t: statements that still say b.t fail from then on
ALTER TABLE b.t SET SCHEMA a;

-- 2. move table c.t to b.t (rename table:b.t)
--    ! correctness, breaks-clients: moves table c.t to b.t: statements that still say c.t fail from then on
ALTER TABLE c.t SET SCHEMA b;
