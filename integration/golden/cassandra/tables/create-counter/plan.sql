-- create table:pages

-- ==== up ====
-- batch

-- 1. create table pages (create table:pages)
CREATE TABLE pages (
  url text,
  liked counter,
  seen counter,
  PRIMARY KEY (url)
);

-- ==== down ====
-- batch

-- 1. drop table pages (drop table:pages)
--    ! data-loss, drops-table: drops table pages with all of its rows [irreversible]
DROP TABLE pages;
