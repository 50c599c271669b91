-- alter table:items
--   change-type columns.likeness.type: vector(3) → vector(5)

-- ==== up ====
-- batch

-- 1. alter table items: change column likeness (alter table:items)
--    ! blocks-writes, copies-table: copies table items row by row into a new one, because there is no other way to change column likeness: nobody can write to it meanwhile
ALTER TABLE `items`
  MODIFY COLUMN `likeness` vector(5) NOT NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table items: change column likeness (alter table:items)
--    ! data-loss, converts-values: changes items.likeness from vector(5) to vector(3): values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table items row by row into a new one, because there is no other way to change column likeness: nobody can write to it meanwhile
ALTER TABLE `items`
  MODIFY COLUMN `likeness` vector(3) NOT NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
