-- create index:by_entry
-- create index:by_mark
-- create index:by_name
-- create index:by_path
-- create index:by_tag

-- ==== up ====
-- batch

-- 1. create index by_entry (create index:by_entry)
--    ! slow, builds-index: reads all rows of users on each node to build an index; it answers in full once that is done
CREATE INDEX by_entry ON users (entries(marks));
-- batch

-- 2. create index by_mark (create index:by_mark)
--    ! slow, builds-index: reads all rows of users on each node to build an index; it answers in full once that is done
CREATE INDEX by_mark ON users (keys(marks));
-- batch

-- 3. create index by_name (create index:by_name)
--    ! slow, builds-index: reads all rows of users on each node to build an index; it answers in full once that is done
CREATE INDEX by_name ON users (name);
-- batch

-- 4. create index by_path (create index:by_path)
--    ! slow, builds-index: reads all rows of users on each node to build an index; it answers in full once that is done
CREATE INDEX by_path ON users (full(path));
-- batch

-- 5. create index by_tag (create index:by_tag)
--    ! slow, builds-index: reads all rows of users on each node to build an index; it answers in full once that is done
CREATE INDEX by_tag ON users (values(tags));

-- ==== down ====
-- batch

-- 1. drop index by_entry (drop index:by_entry)
DROP INDEX by_entry;
-- batch

-- 2. drop index by_mark (drop index:by_mark)
DROP INDEX by_mark;
-- batch

-- 3. drop index by_name (drop index:by_name)
DROP INDEX by_name;
-- batch

-- 4. drop index by_path (drop index:by_path)
DROP INDEX by_path;
-- batch

-- 5. drop index by_tag (drop index:by_tag)
DROP INDEX by_tag;
