-- alter table:letters
--   change-type columns.short.type: varchar(100) → varchar(300)

-- ==== up ====
-- batch

-- 1. alter table letters: change column short (alter table:letters)
--    ! blocks-writes, copies-table: copies table letters row by row into a new one, because there is no other way to change column short: nobody can write to it meanwhile
ALTER TABLE `letters`
  MODIFY COLUMN `short` varchar(300) CHARACTER SET cp1251 COLLATE cp1251_general_ci NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table letters: change column short (alter table:letters)
--    ! data-loss, converts-values: changes letters.short from varchar(300) of cp1251 to varchar(100) of cp1251: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table letters row by row into a new one, because there is no other way to change column short: nobody can write to it meanwhile
ALTER TABLE `letters`
  MODIFY COLUMN `short` varchar(100) CHARACTER SET cp1251 COLLATE cp1251_general_ci NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
