-- rename table:b.t from table:a.t

-- ==== up ====
-- batch, all or nothing

-- 1. move table a.t to b.t (rename table:b.t)
--    ! correctness, breaks-clients: moves table a.t to b.t: statements that still say a.t fail from then on
ALTER TABLE a.t SET SCHEMA b;

-- ==== down ====
-- batch, all or nothing

-- 1. move table b.t to a.t (rename table:a.t)
--    ! correctness, breaks-clients: moves table b.t to a.t: statements that still say b.t fail from then on
ALTER TABLE b.t SET SCHEMA a;
