-- alter table:t
--   change-index indexes.x: KEY `x` (`b`) USING HASH → KEY `x` (`b`) USING BTREE
--   change-index indexes.y: KEY `y` (`c`) USING BTREE → KEY `y` (`c`) USING HASH
-- alter table:u
--   change-index indexes.PRIMARY: PRIMARY KEY (`a`) → PRIMARY KEY (`a`) USING HASH
--   change-index indexes.x: KEY `x` (`b`) → KEY `x` (`b`) USING BTREE
--   change-engine engine: InnoDB → MEMORY

-- ==== up ====
-- batch

-- 1. alter table t: replace index x, replace index y (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to replace index x: nobody can write to it meanwhile
ALTER TABLE `t`
  DROP INDEX `x`,
  ADD KEY `x` (`b`) USING BTREE,
  DROP INDEX `y`,
  ADD KEY `y` (`c`) USING HASH,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 2. alter table u: replace the primary key, replace index x, store it with MEMORY (alter table:u)
--    ! correctness, checks-rows: fails when rows of u do not satisfy a primary key (a), which is unique
--    ! data-loss, forgets-rows: stores table u with MEMORY: its rows are gone when the server ends [irreversible]
--    ! blocks-writes, copies-table: copies table u row by row into a new one, because there is no other way to store it with MEMORY: nobody can write to it meanwhile
ALTER TABLE `u`
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (`a`) USING HASH,
  DROP INDEX `x`,
  ADD KEY `x` (`b`) USING BTREE,
  ENGINE=MEMORY,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- The way down does not bring back:
--   alter table:u: stores table u with MEMORY: its rows are gone when the server ends

-- ==== down ====
-- batch

-- 1. alter table t: replace index x, replace index y (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to replace index x: nobody can write to it meanwhile
ALTER TABLE `t`
  DROP INDEX `x`,
  ADD KEY `x` (`b`) USING HASH,
  DROP INDEX `y`,
  ADD KEY `y` (`c`) USING BTREE,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 2. alter table u: replace the primary key, replace index x, store it with InnoDB (alter table:u)
--    ! correctness, checks-rows: fails when rows of u do not satisfy a primary key (a), which is unique
--    ! blocks-writes, copies-table: copies table u row by row into a new one, because there is no other way to replace the primary key: nobody can write to it meanwhile
ALTER TABLE `u`
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (`a`),
  DROP INDEX `x`,
  ADD KEY `x` (`b`),
  ENGINE=InnoDB,
  ALGORITHM=COPY,
  LOCK=SHARED;
