-- alter table:points
--   rename-column columns.c: b → c
--   rename-column columns.b: a → b

-- ==== up ====
-- batch, all or nothing

-- 1. rename column b to c, a to b in table points (alter table:points)
--    ! correctness, breaks-clients: renames column points.b to c: statements that use the old name fail from then on
--    ! correctness, breaks-clients: renames column points.a to b: statements that use the old name fail from then on
ALTER TABLE "points" RENAME COLUMN "b" TO c;
ALTER TABLE "points" RENAME COLUMN "a" TO b;

-- ==== down ====
-- batch, all or nothing

-- 1. rename column b to a, c to b in table points (alter table:points)
--    ! correctness, breaks-clients: renames column points.b to a: statements that use the old name fail from then on
--    ! correctness, breaks-clients: renames column points.c to b: statements that use the old name fail from then on
ALTER TABLE "points" RENAME COLUMN "b" TO a;
ALTER TABLE "points" RENAME COLUMN "c" TO b;
