-- alter table:users
--   drop-column columns.logins: "logins" INTEGER
-- drop table:visits
-- replace trigger:tmp_forget: it cannot stay while table:visits is dropped
-- replace view:tmp_report: it cannot stay while table:visits is dropped
-- left alone: index tmp_by_page: excluded by tmp_*
-- left alone: table tmp_notes: excluded by tmp_*
-- left alone: trigger tmp_forget: excluded by tmp_*
-- left alone: view tmp_report: excluded by tmp_*

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop trigger tmp_forget (replace trigger:tmp_forget)
DROP TRIGGER "tmp_forget";

-- 2. drop view tmp_report (replace view:tmp_report)
DROP VIEW "tmp_report";

-- 3. drop table visits (drop table:visits)
--    ! data-loss, drops-left-alone: drops index tmp_by_page, which is left alone and cannot stand in the desired state
--    ! data-loss, drops-table: drops table visits with all of its rows [irreversible]
--    ! correctness, leaves-dangling-references: tmp_notes still refers to visits: once it is gone, inserts there fail
--    ! correctness, leaves-dangling-references: trigger tmp_forget, view tmp_report still name visits: once that is gone, statements that use them fail
DROP TABLE "visits";

-- 4. drop column users.logins (alter table:users)
--    ! data-loss, drops-column: drops column users.logins with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of users again
ALTER TABLE "users" DROP COLUMN "logins";

-- 5. create trigger tmp_forget (replace trigger:tmp_forget)
CREATE TRIGGER tmp_forget AFTER DELETE ON tmp_notes BEGIN DELETE FROM visits WHERE id = old.visit; END;

-- 6. create view tmp_report (replace view:tmp_report)
--    ! data-loss, breaks-left-alone: breaks table tmp_notes, which is left alone: foreign key (visit): no such table: visits
--    ! data-loss, breaks-left-alone: breaks view tmp_report, which is left alone: no such table: main.visits
--    ! data-loss, breaks-left-alone: breaks trigger tmp_forget, which is left alone: no such table: main.visits
CREATE VIEW tmp_report AS SELECT page FROM visits;

-- The way down does not bring back:
--   drop table:visits: drops table visits with all of its rows
--   alter table:users: drops column users.logins with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. drop trigger tmp_forget (replace trigger:tmp_forget)
DROP TRIGGER "tmp_forget";

-- 2. drop view tmp_report (replace view:tmp_report)
DROP VIEW "tmp_report";

-- 3. add column users.logins (alter table:users)
ALTER TABLE "users" ADD COLUMN "logins" INTEGER;

-- 4. create table visits (create table:visits)
CREATE TABLE "visits" (
  "id" INTEGER PRIMARY KEY,
  "page" TEXT
);

-- 5. create index tmp_by_page (create index:tmp_by_page)
CREATE INDEX tmp_by_page ON visits (page);

-- 6. create trigger tmp_forget (replace trigger:tmp_forget)
CREATE TRIGGER tmp_forget AFTER DELETE ON tmp_notes BEGIN DELETE FROM visits WHERE id = old.visit; END;

-- 7. create view tmp_report (replace view:tmp_report)
CREATE VIEW tmp_report AS SELECT page FROM visits;
