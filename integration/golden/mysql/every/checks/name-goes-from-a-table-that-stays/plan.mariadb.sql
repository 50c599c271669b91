-- alter table:a
--   add-check checks.k: CONSTRAINT `k` CHECK (`age` > 0)
-- alter table:z
--   drop-check checks.k: CONSTRAINT `k` CHECK (`age` > 0)

-- ==== up ====
-- batch

-- 1. alter table a: add check k (alter table:a)
--    ! correctness, checks-rows: fails when rows of a do not satisfy check k (`age` > 0)
--    ! blocks-writes, copies-table: copies table a row by row into a new one, because there is no other way to add check k: nobody can write to it meanwhile
ALTER TABLE `a`
  ADD CONSTRAINT `k` CHECK (`age` > 0),
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 2. alter table z: drop check k (alter table:z)
ALTER TABLE `z`
  DROP CONSTRAINT `k`,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table a: drop check k (alter table:a)
ALTER TABLE `a`
  DROP CONSTRAINT `k`,
  ALGORITHM=INSTANT;
-- batch

-- 2. alter table z: add check k (alter table:z)
--    ! correctness, checks-rows: fails when rows of z do not satisfy check k (`age` > 0)
--    ! blocks-writes, copies-table: copies table z row by row into a new one, because there is no other way to add check k: nobody can write to it meanwhile
ALTER TABLE `z`
  ADD CONSTRAINT `k` CHECK (`age` > 0),
  ALGORITHM=COPY,
  LOCK=SHARED;
