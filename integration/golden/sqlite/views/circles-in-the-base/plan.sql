-- alter table:users
--   drop-column columns.mail: "mail" TEXT
-- replace view:beside: it names what is not there
-- replace view:first: SQLite cannot alter a view
-- drop view:own
-- replace view:second: it names what is not there
-- replace view:tmp_first: it names what is not there
-- replace view:tmp_second: it names what is not there
-- left alone: view tmp_first: excluded by tmp_*
-- left alone: view tmp_second: excluded by tmp_*

-- ==== up ====
-- batch, all or nothing

-- 1. drop view beside (replace view:beside)
DROP VIEW "beside";

-- 2. drop view first (replace view:first)
DROP VIEW "first";

-- 3. drop view own (drop view:own)
--    ! correctness, drops-view: drops view own: statements that use it fail from then on
DROP VIEW "own";

-- 4. drop view second (replace view:second)
DROP VIEW "second";

-- 5. drop view tmp_first (replace view:tmp_first)
DROP VIEW "tmp_first";

-- 6. drop view tmp_second (replace view:tmp_second)
DROP VIEW "tmp_second";

-- 7. drop column users.mail (alter table:users)
--    ! data-loss, drops-column: drops column users.mail with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of users again
ALTER TABLE "users" DROP COLUMN "mail";

-- 8. create view first (replace view:first)
CREATE VIEW "first" AS
SELECT name FROM users;

-- 9. create view beside (replace view:beside)
CREATE VIEW "beside" AS
SELECT * FROM first;

-- 10. create view second (replace view:second)
CREATE VIEW "second" AS
SELECT * FROM first;

-- 11. create view tmp_first (replace view:tmp_first)
CREATE VIEW tmp_first AS SELECT * FROM tmp_second;

-- 12. create view tmp_second (replace view:tmp_second)
CREATE VIEW tmp_second AS SELECT * FROM tmp_first;

-- The way down does not bring back:
--   alter table:users: drops column users.mail with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. drop view beside (replace view:beside)
DROP VIEW "beside";

-- 2. drop view second (replace view:second)
DROP VIEW "second";

-- 3. drop view first (replace view:first)
DROP VIEW "first";

-- 4. add column users.mail (alter table:users)
ALTER TABLE "users" ADD COLUMN "mail" TEXT;

-- 5. create view first (replace view:first)
CREATE VIEW "first" AS
SELECT * FROM second;

-- 6. create view beside (replace view:beside)
CREATE VIEW "beside" AS
SELECT * FROM first;

-- 7. create view own (create view:own)
CREATE VIEW "own" AS
SELECT * FROM own;

-- 8. create view second (replace view:second)
CREATE VIEW "second" AS
SELECT * FROM first;
