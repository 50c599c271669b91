-- alter table:t
--   drop-index indexes.more: KEY `more` (`more`)
--   add-index indexes.t_ibfk_2: KEY `t_ibfk_2` (`more`)
--   drop-foreign-key foreignKeys.t_ibfk_1: CONSTRAINT `t_ibfk_1` FOREIGN KEY (`code`) REFERENCES `p` (`id`)

-- ==== up ====
-- batch

-- 1. alter table t: drop foreign key t_ibfk_1, rename index more to t_ibfk_2 (alter table:t)
ALTER TABLE `t`
  DROP FOREIGN KEY `t_ibfk_1`,
  RENAME INDEX `more` TO `t_ibfk_2`,
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table t: rename index t_ibfk_2 to more (alter table:t)
ALTER TABLE `t`
  RENAME INDEX `t_ibfk_2` TO `more`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table t: add foreign key t_ibfk_1 (alter table:t)
--    ! correctness, checks-rows: fails when rows of t do not satisfy foreign key t_ibfk_1 to p
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to add foreign key t_ibfk_1: nobody can write to it meanwhile
ALTER TABLE `t`
  DROP INDEX `code`,
  ADD KEY `code` (`code`),
  ADD CONSTRAINT `t_ibfk_1` FOREIGN KEY (`code`) REFERENCES `p` (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;
