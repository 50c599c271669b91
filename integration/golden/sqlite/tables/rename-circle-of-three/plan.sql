-- rename table:a from table:c
-- rename table:b from table:a
-- rename table:c from table:b
-- replace view:seen: SQLite cannot alter a view

-- ==== up ====
-- batch, all or nothing

-- 1. drop view seen (replace view:seen)
DROP VIEW "seen";

-- 2. rename table c to _schema_sync_aside_1 (rename table:a)
ALTER TABLE "c" RENAME TO "_schema_sync_aside_1";

-- 3. rename table b to c (rename table:c)
--    ! correctness, breaks-clients: renames table b to c: statements that use the old name fail from then on
ALTER TABLE "b" RENAME TO "c";

-- 4. rename table a to b (rename table:b)
--    ! correctness, breaks-clients: renames table a to b: statements that use the old name fail from then on
ALTER TABLE "a" RENAME TO "b";

-- 5. rename table _schema_sync_aside_1 to a (rename table:a)
--    ! correctness, breaks-clients: renames table c to a: statements that use the old name fail from then on
ALTER TABLE "_schema_sync_aside_1" RENAME TO "a";

-- 6. create view seen (replace view:seen)
CREATE VIEW "seen" AS
SELECT y FROM c;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view seen (replace view:seen)
DROP VIEW "seen";

-- 2. rename table b to _schema_sync_aside_1 (rename table:a)
ALTER TABLE "b" RENAME TO "_schema_sync_aside_1";

-- 3. rename table c to b (rename table:b)
--    ! correctness, breaks-clients: renames table c to b: statements that use the old name fail from then on
ALTER TABLE "c" RENAME TO "b";

-- 4. rename table a to c (rename table:c)
--    ! correctness, breaks-clients: renames table a to c: statements that use the old name fail from then on
ALTER TABLE "a" RENAME TO "c";

-- 5. rename table _schema_sync_aside_1 to a (rename table:a)
--    ! correctness, breaks-clients: renames table b to a: statements that use the old name fail from then on
ALTER TABLE "_schema_sync_aside_1" RENAME TO "a";

-- 6. create view seen (replace view:seen)
CREATE VIEW "seen" AS
SELECT y FROM b;
