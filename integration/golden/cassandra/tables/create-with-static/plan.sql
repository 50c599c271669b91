-- create table:bills

-- ==== up ====
-- batch

-- 1. create table bills (create table:bills)
CREATE TABLE bills (
  account int,
  bill int,
  amount int,
  balance int static,
  PRIMARY KEY (account, bill)
);

-- ==== down ====
-- batch

-- 1. drop table bills (drop table:bills)
--    ! data-loss, drops-table: drops table bills with all of its rows [irreversible]
DROP TABLE bills;
