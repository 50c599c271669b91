-- alter table:bills
--   change-type columns.number.type: int(5) unsigned zerofill → int(8) unsigned zerofill

-- ==== up ====
-- batch

-- 1. alter table bills: change column number (alter table:bills)
ALTER TABLE `bills`
  MODIFY COLUMN `number` int(8) unsigned zerofill NOT NULL,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table bills: change column number (alter table:bills)
ALTER TABLE `bills`
  MODIFY COLUMN `number` int(5) unsigned zerofill NOT NULL,
  ALGORITHM=INSTANT;
