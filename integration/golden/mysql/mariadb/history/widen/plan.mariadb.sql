-- alter table:notes
--   change-type columns.note.type: varchar(20) → varchar(40)

-- ==== up ====
-- batch, mysql/system_versioning_alter_history = "KEEP"

-- 1. alter table notes: change column note (alter table:notes)
--    ! correctness, changes-history: changes the history of table notes along with its rows: what they were like before is told in the new columns [irreversible]
--    ! blocks-writes, copies-table: copies table notes row by row into a new one, because there is no other way to change column note: nobody can write to it meanwhile
ALTER TABLE `notes`
  MODIFY COLUMN `note` varchar(40) NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- The way down does not bring back:
--   alter table:notes: changes the history of table notes along with its rows: what they were like before is told in the new columns

-- ==== down ====
-- batch, mysql/system_versioning_alter_history = "KEEP"

-- 1. alter table notes: change column note (alter table:notes)
--    ! data-loss, converts-values: changes notes.note from varchar(40) of utf8mb4 to varchar(20) of utf8mb4: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! correctness, changes-history: changes the history of table notes along with its rows: what they were like before is told in the new columns [irreversible]
--    ! blocks-writes, copies-table: copies table notes row by row into a new one, because there is no other way to change column note: nobody can write to it meanwhile
ALTER TABLE `notes`
  MODIFY COLUMN `note` varchar(20) NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
