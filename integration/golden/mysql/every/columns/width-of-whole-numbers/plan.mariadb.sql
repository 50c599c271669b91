-- alter table:bills
--   change-type columns.id.type: int(5) → int(11)
--   change-type columns.number.type: int(5) unsigned zerofill → int(8) unsigned zerofill
--   change-type columns.parent.type: int(5) → int(11)
--   change-type columns.total.type: int(5) → int(11)

-- ==== up ====
-- batch

-- 1. alter table bills: change column id, change column number, change column parent, change column total (alter table:bills)
ALTER TABLE `bills`
  MODIFY COLUMN `id` int(11) NOT NULL,
  MODIFY COLUMN `number` int(8) unsigned zerofill NOT NULL,
  MODIFY COLUMN `parent` int(11) NULL,
  MODIFY COLUMN `total` int(11) NULL,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table bills: change column id, change column number, change column parent, change column total (alter table:bills)
ALTER TABLE `bills`
  MODIFY COLUMN `id` int(5) NOT NULL,
  MODIFY COLUMN `number` int(5) unsigned zerofill NOT NULL,
  MODIFY COLUMN `parent` int(5) NULL,
  MODIFY COLUMN `total` int(5) NULL,
  ALGORITHM=INSTANT;
