-- alter table:bytes
--   add-column columns.b: `b` set('x','y') NULL DEFAULT x'782C79'
--   add-column columns.c: `c` enum('é','0x41') CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT '0x41'
--   change-default columns.a.default: x'70616765' → x'30783431'
-- alter table:texts
--   add-column columns.b: `b` set('x','y') CHARACTER SET binary COLLATE binary NULL COMMENT 'added'
--   change-type columns.a.type: enum('x','y') → enum('x','y','z')

-- ==== up ====
-- batch

-- 1. alter table bytes: change column a, add column b, add column c (alter table:bytes)
ALTER TABLE `bytes`
  ALTER COLUMN `a` SET DEFAULT x'30783431',
  ADD COLUMN `b` set('x','y') NULL DEFAULT x'782C79',
  ADD COLUMN `c` enum('é','0x41') CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT '0x41',
  ALGORITHM=INSTANT;
-- batch

-- 2. alter table texts: change column a, add column b (alter table:texts)
ALTER TABLE `texts`
  MODIFY COLUMN `a` enum('x','y','z') CHARACTER SET binary COLLATE binary NULL DEFAULT x'78',
  ADD COLUMN `b` set('x','y') CHARACTER SET binary COLLATE binary NULL COMMENT 'added',
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table bytes: drop column b, drop column c, change column a (alter table:bytes)
--    ! data-loss, drops-column: drops column bytes.b with all of its values [irreversible]
--    ! data-loss, drops-column: drops column bytes.c with all of its values [irreversible]
ALTER TABLE `bytes`
  DROP COLUMN `b`,
  DROP COLUMN `c`,
  ALTER COLUMN `a` SET DEFAULT x'70616765',
  ALGORITHM=INSTANT;
-- batch

-- 2. alter table texts: drop column b, change column a (alter table:texts)
--    ! data-loss, drops-column: drops column texts.b with all of its values [irreversible]
--    ! data-loss, converts-values: changes texts.a from enum('x','y','z') of binary to enum('x','y') of binary: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table texts row by row into a new one, because there is no other way to change column a: nobody can write to it meanwhile
ALTER TABLE `texts`
  DROP COLUMN `b`,
  MODIFY COLUMN `a` enum('x','y') CHARACTER SET binary COLLATE binary NULL DEFAULT x'78',
  ALGORITHM=COPY,
  LOCK=SHARED;
