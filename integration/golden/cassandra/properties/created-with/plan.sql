-- create table:users

-- ==== up ====
-- batch

-- 1. create table users (create table:users)
CREATE TABLE users (
  id int,
  name text,
  PRIMARY KEY (id)
) WITH compaction = {'class': 'org.apache.cassandra.db.compaction.TimeWindowCompactionStrategy', 'compaction_window_size': '6', 'compaction_window_unit': 'HOURS', 'max_threshold': '32', 'min_threshold': '4'}
  AND default_time_to_live = 86400
  AND gc_grace_seconds = 7200;

-- ==== down ====
-- batch

-- 1. drop table users (drop table:users)
--    ! data-loss, drops-table: drops table users with all of its rows [irreversible]
DROP TABLE users;
