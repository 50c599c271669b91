-- alter table:beside
--   add-column columns.b: `b` int(11) NULL
-- alter table:goes
--   drop-column columns.a: `a` text NULL CHECK (json_valid(`a`))
-- alter table:latin
--   change-comment columns.a.comment: none → a document
-- alter table:moreover
--   add-column columns.b: `b` int(11) NULL
--   change-comment columns.a.comment: none → a document
-- alter table:said
--   change-comment columns.a.comment: none → a document
-- alter table:short
--   change-default columns.a.default: '1' → '2'

-- ==== up ====
-- batch

-- 1. alter table beside: add column b (alter table:beside)
--    ! blocks-writes, copies-table: copies table beside row by row into a new one, because there is no other way to add column b: nobody can write to it meanwhile
ALTER TABLE `beside`
  ADD COLUMN `b` int(11) NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 2. alter table goes: drop column a (alter table:goes)
--    ! data-loss, drops-column: drops column goes.a with all of its values [irreversible]
ALTER TABLE `goes`
  DROP COLUMN `a`,
  ALGORITHM=INSTANT;
-- batch

-- 3. alter table latin: change column a (alter table:latin)
--    ! blocks-writes, copies-table: copies table latin row by row into a new one, because there is no other way to change column a: nobody can write to it meanwhile
ALTER TABLE `latin`
  MODIFY COLUMN `a` longtext CHARACTER SET latin1 COLLATE latin1_swedish_ci NULL COMMENT 'a document' CHECK (json_valid(`a`)),
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 4. alter table moreover: change column a, add column b (alter table:moreover)
ALTER TABLE `moreover`
  MODIFY COLUMN `a` text NULL COMMENT 'a document' CHECK (json_valid(`a`) and octet_length(`a`) < 90),
  ADD COLUMN `b` int(11) NULL,
  ALGORITHM=INSTANT;
-- batch

-- 5. alter table said: change column a (alter table:said)
--    ! blocks-writes, copies-table: copies table said row by row into a new one, because there is no other way to change column a: nobody can write to it meanwhile
ALTER TABLE `said`
  MODIFY COLUMN `a` varchar(40) NULL COMMENT 'a document' CHECK (json_valid(`a`)),
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 6. alter table short: change column a (alter table:short)
ALTER TABLE `short`
  ALTER COLUMN `a` SET DEFAULT '2',
  ALGORITHM=INSTANT;

-- The way down does not bring back:
--   alter table:goes: drops column goes.a with all of its values

-- ==== down ====
-- batch

-- 1. alter table beside: drop column b (alter table:beside)
--    ! data-loss, drops-column: drops column beside.b with all of its values [irreversible]
--    ! blocks-writes, copies-table: copies table beside row by row into a new one, because there is no other way to drop column b: nobody can write to it meanwhile
ALTER TABLE `beside`
  DROP COLUMN `b`,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 2. alter table goes: add column a (alter table:goes)
--    ! blocks-writes, copies-table: copies table goes row by row into a new one, because there is no other way to add column a: nobody can write to it meanwhile
ALTER TABLE `goes`
  ADD COLUMN `a` text NULL CHECK (json_valid(`a`)),
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 3. alter table latin: change column a (alter table:latin)
--    ! blocks-writes, copies-table: copies table latin row by row into a new one, because there is no other way to change column a: nobody can write to it meanwhile
ALTER TABLE `latin`
  MODIFY COLUMN `a` longtext CHARACTER SET latin1 COLLATE latin1_swedish_ci NULL CHECK (json_valid(`a`)),
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 4. alter table moreover: drop column b, change column a (alter table:moreover)
--    ! data-loss, drops-column: drops column moreover.b with all of its values [irreversible]
ALTER TABLE `moreover`
  DROP COLUMN `b`,
  MODIFY COLUMN `a` text NULL CHECK (json_valid(`a`) and octet_length(`a`) < 90),
  ALGORITHM=INSTANT;
-- batch

-- 5. alter table said: change column a (alter table:said)
--    ! blocks-writes, copies-table: copies table said row by row into a new one, because there is no other way to change column a: nobody can write to it meanwhile
ALTER TABLE `said`
  MODIFY COLUMN `a` varchar(40) NULL CHECK (json_valid(`a`)),
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 6. alter table short: change column a (alter table:short)
ALTER TABLE `short`
  ALTER COLUMN `a` SET DEFAULT '1',
  ALGORITHM=INSTANT;
