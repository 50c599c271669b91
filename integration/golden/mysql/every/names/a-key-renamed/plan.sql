-- alter table:t
--   drop-foreign-key foreignKeys.a: CONSTRAINT `a` FOREIGN KEY (`x`) REFERENCES `p` (`id`)
--   add-foreign-key foreignKeys.b: CONSTRAINT `b` FOREIGN KEY (`x`) REFERENCES `p` (`id`)

-- ==== up ====
-- batch

-- 1. alter table t: drop foreign key a (alter table:t)
ALTER TABLE `t`
  DROP FOREIGN KEY `a`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table t: add foreign key b (alter table:t)
--    ! correctness, checks-rows: fails when rows of t do not satisfy foreign key b to p
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to add foreign key b: nobody can write to it meanwhile
ALTER TABLE `t`
  DROP INDEX `x`,
  ADD KEY `x` (`x`),
  ADD CONSTRAINT `b` FOREIGN KEY (`x`) REFERENCES `p` (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table t: drop foreign key b (alter table:t)
ALTER TABLE `t`
  DROP FOREIGN KEY `b`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table t: add foreign key a (alter table:t)
--    ! correctness, checks-rows: fails when rows of t do not satisfy foreign key a to p
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to add foreign key a: nobody can write to it meanwhile
ALTER TABLE `t`
  DROP INDEX `x`,
  ADD KEY `x` (`x`),
  ADD CONSTRAINT `a` FOREIGN KEY (`x`) REFERENCES `p` (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;
