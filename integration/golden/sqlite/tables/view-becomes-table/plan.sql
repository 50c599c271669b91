-- create table:emails
-- drop view:emails

-- ==== up ====
-- batch, all or nothing

-- 1. drop view emails (drop view:emails)
DROP VIEW "emails";

-- 2. create table emails (create table:emails)
CREATE TABLE "emails" (
  "email" TEXT
);

-- ==== down ====
-- batch, all or nothing

-- 1. drop table emails (drop table:emails)
--    ! data-loss, drops-table: drops table emails with all of its rows [irreversible]
DROP TABLE "emails";

-- 2. create view emails (create view:emails)
CREATE VIEW "emails" AS
SELECT email FROM users;
