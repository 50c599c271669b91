-- alter table:a\.b
--   rename-column columns.e.f: c.d → e.f

-- ==== up ====
-- batch, all or nothing

-- 1. rename column c.d to e.f in table a.b (alter table:a\.b)
--    ! correctness, breaks-clients: renames column a.b.c.d to e.f: statements that use the old name fail from then on
ALTER TABLE "a.b" RENAME COLUMN "c.d" TO "e.f";

-- ==== down ====
-- batch, all or nothing

-- 1. rename column e.f to c.d in table a.b (alter table:a\.b)
--    ! correctness, breaks-clients: renames column a.b.e.f to c.d: statements that use the old name fail from then on
ALTER TABLE "a.b" RENAME COLUMN "e.f" TO "c.d";
