-- create index:by_meaning
-- create table:texts

-- ==== up ====
-- batch

-- 1. create table texts (create table:texts)
CREATE TABLE texts (
  id int,
  meaning vector<float, 3>,
  PRIMARY KEY (id)
);
-- batch

-- 2. create index by_meaning (create index:by_meaning)
--    ! slow, builds-index: reads all rows of texts on each node to build an index; it answers in full once that is done
CREATE CUSTOM INDEX by_meaning ON texts (meaning) USING 'StorageAttachedIndex' WITH OPTIONS = {'similarity_function': 'COSINE'};

-- ==== down ====
-- batch

-- 1. drop table texts (drop table:texts)
--    ! data-loss, drops-table: drops table texts with all of its rows [irreversible]
DROP TABLE texts;
