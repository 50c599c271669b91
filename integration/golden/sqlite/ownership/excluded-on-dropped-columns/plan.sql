-- drop index:tmp_by_logins
-- alter table:users
--   drop-column columns.logins: "logins" INTEGER
-- replace view:tmp_report: it cannot stay while table:users is altered
-- left alone: index tmp_by_email: excluded by tmp_*
-- left alone: index tmp_by_logins: excluded by tmp_*
-- left alone: view tmp_emails: excluded by tmp_*
-- left alone: view tmp_report: excluded by tmp_*

-- ==== up ====
-- batch, all or nothing

-- 1. drop index tmp_by_logins (drop index:tmp_by_logins)
--    ! data-loss, drops-left-alone: drops index tmp_by_logins, which is left alone and cannot stand in the desired state
DROP INDEX "tmp_by_logins";

-- 2. drop view tmp_report (replace view:tmp_report)
DROP VIEW "tmp_report";

-- 3. drop column users.logins (alter table:users)
--    ! data-loss, drops-column: drops column users.logins with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of users again
--    ! correctness, leaves-dangling-references: view tmp_report still names users.logins: once that is gone, statements that use it fail
ALTER TABLE "users" DROP COLUMN "logins";

-- 4. create view tmp_report (replace view:tmp_report)
--    ! data-loss, breaks-left-alone: breaks view tmp_report, which is left alone: no such column: logins
CREATE VIEW tmp_report AS SELECT email, logins FROM users;

-- The way down does not bring back:
--   alter table:users: drops column users.logins with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. drop view tmp_report (replace view:tmp_report)
DROP VIEW "tmp_report";

-- 2. add column users.logins (alter table:users)
ALTER TABLE "users" ADD COLUMN "logins" INTEGER;

-- 3. create index tmp_by_logins (create index:tmp_by_logins)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE INDEX tmp_by_logins ON users (email, logins);

-- 4. create view tmp_report (replace view:tmp_report)
CREATE VIEW tmp_report AS SELECT email, logins FROM users;
