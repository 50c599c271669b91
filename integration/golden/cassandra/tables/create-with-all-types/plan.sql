-- create table:every

-- ==== up ====
-- batch

-- 1. create table every (create table:every)
CREATE TABLE every (
  id uuid,
  a ascii,
  b bigint,
  c blob,
  d boolean,
  e date,
  f decimal,
  g double,
  h duration,
  i float,
  j inet,
  k int,
  l smallint,
  m text,
  n time,
  o timestamp,
  p timeuuid,
  q tinyint,
  r uuid,
  s text,
  t varint,
  u list<int>,
  v set<text>,
  w map<text, timestamp>,
  x frozen<list<frozen<set<int>>>>,
  y frozen<tuple<int, text>>,
  z frozen<map<int, frozen<tuple<text, boolean>>>>,
  PRIMARY KEY (id)
);

-- ==== down ====
-- batch

-- 1. drop table every (drop table:every)
--    ! data-loss, drops-table: drops table every with all of its rows [irreversible]
DROP TABLE every;
