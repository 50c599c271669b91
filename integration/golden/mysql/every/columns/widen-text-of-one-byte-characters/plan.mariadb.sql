-- alter table:letters
--   change-type columns.long_one.type: varchar(260) → varchar(300)
--   change-type columns.short.type: varchar(100) → varchar(255)

-- ==== up ====
-- batch

-- 1. alter table letters: change column short, change column long_one (alter table:letters)
ALTER TABLE `letters`
  MODIFY COLUMN `short` varchar(255) CHARACTER SET cp1251 COLLATE cp1251_general_ci NULL,
  MODIFY COLUMN `long_one` varchar(300) CHARACTER SET gbk COLLATE gbk_chinese_ci NULL,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table letters: change column short, change column long_one (alter table:letters)
--    ! data-loss, converts-values: changes letters.short from varchar(255) of cp1251 to varchar(100) of cp1251: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! data-loss, converts-values: changes letters.long_one from varchar(300) of gbk to varchar(260) of gbk: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table letters row by row into a new one, because there is no other way to change column short: nobody can write to it meanwhile
ALTER TABLE `letters`
  MODIFY COLUMN `short` varchar(100) CHARACTER SET cp1251 COLLATE cp1251_general_ci NULL,
  MODIFY COLUMN `long_one` varchar(260) CHARACTER SET gbk COLLATE gbk_chinese_ci NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
