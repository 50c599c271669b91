-- rename table:new; 'name' from table:old "name"
-- alter table:new; 'name'
--   rename-column columns.z z: x y → z z
-- replace view:v: SQLite cannot alter a view

-- ==== up ====
-- batch, all or nothing

-- 1. drop view v (replace view:v)
DROP VIEW "v";

-- 2. rename table old "name" to new; 'name' (rename table:new; 'name')
--    ! correctness, breaks-clients: renames table old "name" to new; 'name': statements that use the old name fail from then on
ALTER TABLE "old ""name""" RENAME TO "new; 'name'";

-- 3. rename column x y to z z in table new; 'name' (alter table:new; 'name')
--    ! correctness, breaks-clients: renames column new; 'name'.x y to z z: statements that use the old name fail from then on
ALTER TABLE "new; 'name'" RENAME COLUMN "x y" TO "z z";

-- 4. create view v (replace view:v)
CREATE VIEW "v" AS
SELECT "z z" FROM "new; 'name'";

-- ==== down ====
-- batch, all or nothing

-- 1. drop view v (replace view:v)
DROP VIEW "v";

-- 2. rename table new; 'name' to old "name" (rename table:old "name")
--    ! correctness, breaks-clients: renames table new; 'name' to old "name": statements that use the old name fail from then on
ALTER TABLE "new; 'name'" RENAME TO "old ""name""";

-- 3. rename column z z to x y in table old "name" (alter table:old "name")
--    ! correctness, breaks-clients: renames column old "name".z z to x y: statements that use the old name fail from then on
ALTER TABLE "old ""name""" RENAME COLUMN "z z" TO "x y";

-- 4. create view v (replace view:v)
CREATE VIEW "v" AS
SELECT "x y" FROM "old ""name""";
