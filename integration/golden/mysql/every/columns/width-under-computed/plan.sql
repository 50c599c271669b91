-- alter table:bills
--   change-type columns.number.type: int(5) unsigned zerofill → int(8) unsigned zerofill

-- ==== up ====
-- batch

-- 1. alter table bills: change column number (alter table:bills)
--    ! blocks-writes, copies-table: copies table bills row by row into a new one, because there is no other way to change column number: nobody can write to it meanwhile
ALTER TABLE `bills`
  MODIFY COLUMN `number` int(8) unsigned zerofill NOT NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table bills: change column number (alter table:bills)
--    ! blocks-writes, copies-table: copies table bills row by row into a new one, because there is no other way to change column number: nobody can write to it meanwhile
ALTER TABLE `bills`
  MODIFY COLUMN `number` int(5) unsigned zerofill NOT NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
