-- alter table:teams
--   change-type columns.above.type: int(11) → bigint(20)
--   change-type columns.id.type: int(11) → bigint(20)
--   change-under-foreign-key foreignKeys.teams_above

-- ==== up ====
-- batch

-- 1. alter table teams: drop foreign key teams_above (alter table:teams)
--    ! correctness, unchecked-meanwhile: drops foreign key teams_above of teams and adds it again once the columns at both ends are changed: rows that break it can be written meanwhile, and then it cannot be added
ALTER TABLE `teams`
  DROP FOREIGN KEY `teams_above`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table teams: change column id, change column above (alter table:teams)
--    ! blocks-writes, copies-table: copies table teams row by row into a new one, because there is no other way to change column id: nobody can write to it meanwhile
ALTER TABLE `teams`
  MODIFY COLUMN `id` bigint(20) NOT NULL,
  MODIFY COLUMN `above` bigint(20) NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 3. alter table teams: add foreign key teams_above (alter table:teams)
--    ! correctness, checks-rows: fails when rows of teams do not satisfy foreign key teams_above to teams
--    ! blocks-writes, copies-table: copies table teams row by row into a new one, because there is no other way to add foreign key teams_above: nobody can write to it meanwhile
ALTER TABLE `teams`
  DROP INDEX `above`,
  ADD KEY `above` (`above`),
  ADD CONSTRAINT `teams_above` FOREIGN KEY (`above`) REFERENCES `teams` (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table teams: drop foreign key teams_above (alter table:teams)
--    ! correctness, unchecked-meanwhile: drops foreign key teams_above of teams and adds it again once the columns at both ends are changed: rows that break it can be written meanwhile, and then it cannot be added
ALTER TABLE `teams`
  DROP FOREIGN KEY `teams_above`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table teams: change column id, change column above (alter table:teams)
--    ! data-loss, converts-values: changes teams.id from bigint(20) to int(11): values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! data-loss, converts-values: changes teams.above from bigint(20) to int(11): values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table teams row by row into a new one, because there is no other way to change column id: nobody can write to it meanwhile
ALTER TABLE `teams`
  MODIFY COLUMN `id` int(11) NOT NULL,
  MODIFY COLUMN `above` int(11) NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 3. alter table teams: add foreign key teams_above (alter table:teams)
--    ! correctness, checks-rows: fails when rows of teams do not satisfy foreign key teams_above to teams
--    ! blocks-writes, copies-table: copies table teams row by row into a new one, because there is no other way to add foreign key teams_above: nobody can write to it meanwhile
ALTER TABLE `teams`
  DROP INDEX `above`,
  ADD KEY `above` (`above`),
  ADD CONSTRAINT `teams_above` FOREIGN KEY (`above`) REFERENCES `teams` (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;
