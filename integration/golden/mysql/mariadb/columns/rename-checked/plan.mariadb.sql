-- alter table:t
--   rename-column columns.g: d → g
--   rename-column columns.k: n → k

-- ==== up ====
-- batch

-- 1. alter table t: rename column d to g, rename column n to k (alter table:t)
--    ! correctness, breaks-clients: clients that use column t.d fail once it is called g
--    ! correctness, breaks-clients: clients that use column t.n fail once it is called k
ALTER TABLE `t`
  RENAME COLUMN `d` TO `g`,
  RENAME COLUMN `n` TO `k`,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table t: rename column g to d, rename column k to n (alter table:t)
--    ! correctness, breaks-clients: clients that use column t.g fail once it is called d
--    ! correctness, breaks-clients: clients that use column t.k fail once it is called n
ALTER TABLE `t`
  RENAME COLUMN `g` TO `d`,
  RENAME COLUMN `k` TO `n`,
  ALGORITHM=INSTANT;
