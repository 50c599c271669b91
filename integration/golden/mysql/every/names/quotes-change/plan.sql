-- alter table:a`b
--   change-default columns.e"f.default: 'it''s \\ "x" `y`' → '\\'
--   change-comment columns.e"f.comment: a 'b' \ "c"\n; → a 'b' \ "d"	
--   change-type columns.g\h.type: enum('a''b','c\\d','"','x,y') → enum('a''b','c\\d','"','x,y','z''\\')
--   change-not-null columns.k l.notNull: true → none
--   change-comment comment: it's \ "x"; → that's \ "x";

-- ==== up ====
-- batch

-- 1. alter table a`b: change column e"f, change column g\h, change column k l, change the comment (alter table:a`b)
--    ! slow, rebuilds-table: builds table a`b anew in place, because there is no other way to change column k l; others can go on reading and writing
ALTER TABLE `a``b`
  MODIFY COLUMN `e"f` varchar(20) NULL DEFAULT '\\' COMMENT 'a ''b'' \\ "d"	',
  MODIFY COLUMN `g\h` enum('a''b','c\\d','"','x,y','z''\\') NULL,
  MODIFY COLUMN `k l` int NULL,
  COMMENT='that''s \\ "x";',
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table a`b: change column e"f, change column g\h, change column k l, change the comment (alter table:a`b)
--    ! data-loss, converts-values: changes a`b.g\h from enum('a''b','c\\d','"','x,y','z''\\') of utf8mb4 to enum('a''b','c\\d','"','x,y') of utf8mb4: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! correctness, adds-not-null: fails when a row of a`b has no value in k l
--    ! blocks-writes, copies-table: copies table a`b row by row into a new one, because there is no other way to change column g\h: nobody can write to it meanwhile
ALTER TABLE `a``b`
  MODIFY COLUMN `e"f` varchar(20) NULL DEFAULT 'it''s \\ "x" `y`' COMMENT 'a ''b'' \\ "c"
;',
  MODIFY COLUMN `g\h` enum('a''b','c\\d','"','x,y') NULL,
  MODIFY COLUMN `k l` int NOT NULL,
  COMMENT='it''s \\ "x";',
  ALGORITHM=COPY,
  LOCK=SHARED;
