-- create table:events

-- ==== up ====
-- batch

-- 1. create table events (create table:events)
CREATE TABLE events (
  device uuid,
  day date,
  at timestamp,
  kind text,
  note text,
  PRIMARY KEY ((device, day), at, kind)
) WITH CLUSTERING ORDER BY (at DESC, kind ASC);

-- ==== down ====
-- batch

-- 1. drop table events (drop table:events)
--    ! data-loss, drops-table: drops table events with all of its rows [irreversible]
DROP TABLE events;
