-- alter table:n
--   add-parent parents.t: t FOR VALUES IN (4, 5)
-- alter table:p1
--   drop-parent parents.t: t FOR VALUES IN (1)
--   add-parent parents.t: t FOR VALUES IN (1, 7)
-- create table:p2
-- create table:p3
-- create table:r1
-- create table:s1
-- create table:s2

-- ==== up ====
-- batch, all or nothing

-- 1. join the table above of table n (alter table:n)
--    ! blocks-reads, scans-table: reads all of table n for whether its rows fit into t, and rows that do not comply make it fail
--    ! blocks-reads, scans-table: reads all of table d for rows that belong into n, and rows that do not comply make it fail
ALTER TABLE public.t ATTACH PARTITION public.n FOR VALUES IN (4, 5);

-- 2. leave the table above of table p1 (alter table:p1)
ALTER TABLE public.t DETACH PARTITION public.p1;

-- 3. join the table above of table p1 (alter table:p1)
--    ! blocks-reads, scans-table: reads all of table p1 for whether its rows fit into t, and rows that do not comply make it fail
--    ! blocks-reads, scans-table: reads all of table d for rows that belong into p1, and rows that do not comply make it fail
ALTER TABLE public.t ATTACH PARTITION public.p1 FOR VALUES IN (1, 7);

-- 4. create table p2 (create table:p2)
--    ! blocks-reads, scans-table: reads all of table d for rows that belong into p2, and rows that do not comply make it fail
CREATE TABLE public.p2 PARTITION OF public.t FOR VALUES IN (2, NULL);

-- 5. create table p3 (create table:p3)
--    ! blocks-reads, scans-table: reads all of table d for rows that belong into p3, and rows that do not comply make it fail
CREATE TABLE public.p3 PARTITION OF public.t FOR VALUES IN (3);

-- 6. create table r1 (create table:r1)
--    ! blocks-reads, scans-table: reads all of table rd for rows that belong into r1, and rows that do not comply make it fail
CREATE TABLE public.r1 PARTITION OF public.r FOR VALUES FROM (1, 'a') TO (2, 'b');

-- 7. create table s1 (create table:s1)
--    ! blocks-reads, scans-table: reads all of table sd for rows that belong into s1, and rows that do not comply make it fail
CREATE TABLE public.s1 PARTITION OF public.s FOR VALUES FROM (MINVALUE) TO ('2020-01-01 00:00:00+00');

-- 8. create table s2 (create table:s2)
--    ! blocks-reads, scans-table: reads all of table sd for rows that belong into s2, and rows that do not comply make it fail
CREATE TABLE public.s2 PARTITION OF public.s FOR VALUES FROM ('2020-01-01 00:00:00+00') TO ('2021-01-01 00:00:00+00');

-- ==== down ====
-- batch, all or nothing

-- 1. drop table p2 (drop table:p2)
--    ! data-loss, drops-table: drops table p2 with all of its rows [irreversible]
DROP TABLE public.p2;

-- 2. drop table p3 (drop table:p3)
--    ! data-loss, drops-table: drops table p3 with all of its rows [irreversible]
DROP TABLE public.p3;

-- 3. drop table r1 (drop table:r1)
--    ! data-loss, drops-table: drops table r1 with all of its rows [irreversible]
DROP TABLE public.r1;

-- 4. drop table s1 (drop table:s1)
--    ! data-loss, drops-table: drops table s1 with all of its rows [irreversible]
DROP TABLE public.s1;

-- 5. drop table s2 (drop table:s2)
--    ! data-loss, drops-table: drops table s2 with all of its rows [irreversible]
DROP TABLE public.s2;

-- 6. leave the table above of table n (alter table:n)
--    ! correctness, hides-rows: takes table n out of table t: who reads, changes or counts the rows of t does not find those of n any more, and no statement fails
ALTER TABLE public.t DETACH PARTITION public.n;

-- 7. leave the table above of table p1 (alter table:p1)
ALTER TABLE public.t DETACH PARTITION public.p1;

-- 8. join the table above of table p1 (alter table:p1)
--    ! blocks-reads, scans-table: reads all of table p1 for whether its rows fit into t, and rows that do not comply make it fail
--    ! blocks-reads, scans-table: reads all of table d for rows that belong into p1, and rows that do not comply make it fail
ALTER TABLE public.t ATTACH PARTITION public.p1 FOR VALUES IN (1);
