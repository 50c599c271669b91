-- rename table:b.below from table:a.below
-- rename table:b.p from table:a.p
-- rename table:b.p2 from table:a.p2

-- ==== up ====
-- batch, all or nothing

-- 1. move table a.below to b.below (rename table:b.below)
--    ! correctness, breaks-clients: moves table a.below to b.below: statements that still say a.below fail from then on
ALTER TABLE a.below SET SCHEMA b;

-- 2. move table a.p to b.p (rename table:b.p)
--    ! correctness, breaks-clients: moves table a.p to b.p: statements that still say a.p fail from then on
ALTER TABLE a.p SET SCHEMA b;

-- 3. move table a.p2 to b.p2 (rename table:b.p2)
--    ! correctness, breaks-clients: moves table a.p2 to b.p2: statements that still say a.p2 fail from then on
ALTER TABLE a.p2 SET SCHEMA b;

-- ==== down ====
-- batch, all or nothing

-- 1. move table b.below to a.below (rename table:a.below)
--    ! correctness, breaks-clients: moves table b.below to a.below: statements that still say b.below fail from then on
ALTER TABLE b.below SET SCHEMA a;

-- 2. move table b.p to a.p (rename table:a.p)
--    ! correctness, breaks-clients: moves table b.p to a.p: statements that still say b.p fail from then on
ALTER TABLE b.p SET SCHEMA a;

-- 3. move table b.p2 to a.p2 (rename table:a.p2)
--    ! correctness, breaks-clients: moves table b.p2 to a.p2: statements that still say b.p2 fail from then on
ALTER TABLE b.p2 SET SCHEMA a;
