-- alter table:t
--   rename-column columns.a: c → a
--   rename-column columns.b: a → b
--   rename-column columns.c: b → c
--   change-type columns.b.type: int → bigint

-- ==== up ====
-- batch

-- 1. alter table t: rename column c to a, rename column a to b and change column b, rename column b to c (alter table:t)
--    ! correctness, breaks-clients: clients that use column t.c fail once it is called a
--    ! correctness, breaks-clients: clients that use column t.a fail once it is called b
--    ! correctness, breaks-clients: clients that use column t.b fail once it is called c
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to rename column a to b and change column b: nobody can write to it meanwhile
ALTER TABLE `t`
  RENAME COLUMN `c` TO `a`,
  CHANGE COLUMN `a` `b` bigint NULL,
  RENAME COLUMN `b` TO `c`,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table t: rename column b to a and change column a, rename column c to b, rename column a to c (alter table:t)
--    ! correctness, breaks-clients: clients that use column t.b fail once it is called a
--    ! data-loss, converts-values: changes t.a from bigint to int: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! correctness, breaks-clients: clients that use column t.c fail once it is called b
--    ! correctness, breaks-clients: clients that use column t.a fail once it is called c
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to rename column b to a and change column a: nobody can write to it meanwhile
ALTER TABLE `t`
  CHANGE COLUMN `b` `a` int NULL,
  RENAME COLUMN `c` TO `b`,
  RENAME COLUMN `a` TO `c`,
  ALGORITHM=COPY,
  LOCK=SHARED;
