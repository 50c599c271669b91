-- alter table:indexed_by_way
--   change-generated columns.v.generated: {"as":"`a` + 1","stored":false} → {"as":"`a` + 2","stored":false}
-- alter table:read_by_virtual
--   change-generated columns.v.generated: {"as":"`a` + 1","stored":false} → {"as":"`a` + 2","stored":false}
-- alter table:stored_by_way
--   change-generated columns.v.generated: {"as":"`a` + 1","stored":false} → {"as":"`a` + 2","stored":false}

-- ==== up ====
-- batch

-- 1. alter table indexed_by_way: change column v (alter table:indexed_by_way)
--    ! blocks-writes, copies-table: copies table indexed_by_way row by row into a new one, because there is no other way to change column v: nobody can write to it meanwhile
ALTER TABLE `indexed_by_way`
  MODIFY COLUMN `v` int(11) GENERATED ALWAYS AS (`a` + 2) VIRTUAL,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 2. alter table read_by_virtual: change column v (alter table:read_by_virtual)
ALTER TABLE `read_by_virtual`
  MODIFY COLUMN `v` int(11) GENERATED ALWAYS AS (`a` + 2) VIRTUAL,
  ALGORITHM=INSTANT;
-- batch

-- 3. alter table stored_by_way: change column v (alter table:stored_by_way)
--    ! blocks-writes, copies-table: copies table stored_by_way row by row into a new one, because there is no other way to change column v: nobody can write to it meanwhile
ALTER TABLE `stored_by_way`
  MODIFY COLUMN `v` int(11) GENERATED ALWAYS AS (`a` + 2) VIRTUAL,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table indexed_by_way: change column v (alter table:indexed_by_way)
--    ! blocks-writes, copies-table: copies table indexed_by_way row by row into a new one, because there is no other way to change column v: nobody can write to it meanwhile
ALTER TABLE `indexed_by_way`
  MODIFY COLUMN `v` int(11) GENERATED ALWAYS AS (`a` + 1) VIRTUAL,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 2. alter table read_by_virtual: change column v (alter table:read_by_virtual)
ALTER TABLE `read_by_virtual`
  MODIFY COLUMN `v` int(11) GENERATED ALWAYS AS (`a` + 1) VIRTUAL,
  ALGORITHM=INSTANT;
-- batch

-- 3. alter table stored_by_way: change column v (alter table:stored_by_way)
--    ! blocks-writes, copies-table: copies table stored_by_way row by row into a new one, because there is no other way to change column v: nobody can write to it meanwhile
ALTER TABLE `stored_by_way`
  MODIFY COLUMN `v` int(11) GENERATED ALWAYS AS (`a` + 1) VIRTUAL,
  ALGORITHM=COPY,
  LOCK=SHARED;
