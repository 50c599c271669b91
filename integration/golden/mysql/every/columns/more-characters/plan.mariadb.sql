-- alter table:t
--   change-collation columns.long_text.collation: utf8mb3_bin → utf8mb4_bin
--   change-character-set columns.long_text.charset: utf8mb3 → utf8mb4
--   change-collation columns.short.collation: utf8mb3_bin → utf8mb4_bin
--   change-character-set columns.short.charset: utf8mb3 → utf8mb4
--   change-type columns.wider.type: varchar(20) → varchar(40)
--   change-collation columns.wider.collation: utf8mb3_bin → utf8mb4_bin
--   change-character-set columns.wider.charset: utf8mb3 → utf8mb4

-- ==== up ====
-- batch

-- 1. alter table t: change column short, change column wider, change column long_text (alter table:t)
ALTER TABLE `t`
  MODIFY COLUMN `short` varchar(20) NULL,
  MODIFY COLUMN `wider` varchar(40) NOT NULL DEFAULT 'x',
  MODIFY COLUMN `long_text` text NULL,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table t: change column short, change column wider, change column long_text (alter table:t)
--    ! data-loss, converts-values: changes t.short from varchar(20) of utf8mb4 to varchar(20) of utf8mb3: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! data-loss, converts-values: changes t.wider from varchar(40) of utf8mb4 to varchar(20) of utf8mb3: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! data-loss, converts-values: changes t.long_text from text of utf8mb4 to text of utf8mb3: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column short: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `short` varchar(20) CHARACTER SET utf8mb3 COLLATE utf8mb3_bin NULL,
  MODIFY COLUMN `wider` varchar(20) CHARACTER SET utf8mb3 COLLATE utf8mb3_bin NOT NULL DEFAULT 'x',
  MODIFY COLUMN `long_text` text CHARACTER SET utf8mb3 COLLATE utf8mb3_bin NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
