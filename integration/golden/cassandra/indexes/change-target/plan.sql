-- replace index:by_mark: Cassandra cannot alter an index

-- ==== up ====
-- batch

-- 1. drop index by_mark (replace index:by_mark)
--    ! correctness, gone-meanwhile: index by_mark is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP INDEX by_mark;
-- batch

-- 2. create index by_mark (replace index:by_mark)
--    ! slow, builds-index: reads all rows of users on each node to build an index; it answers in full once that is done
CREATE INDEX by_mark ON users (values(marks));

-- ==== down ====
-- batch

-- 1. drop index by_mark (replace index:by_mark)
--    ! correctness, gone-meanwhile: index by_mark is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP INDEX by_mark;
-- batch

-- 2. create index by_mark (replace index:by_mark)
--    ! slow, builds-index: reads all rows of users on each node to build an index; it answers in full once that is done
CREATE INDEX by_mark ON users (keys(marks));
