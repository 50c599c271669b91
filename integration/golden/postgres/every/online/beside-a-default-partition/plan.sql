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
-- batch

-- 1. look whether the rows of table n fit into t (alter table:n)
ALTER TABLE public.n ADD CONSTRAINT schema_sync_bound_n CHECK (k IS NOT NULL AND k IN (4, 5)) NOT VALID;
ALTER TABLE public.n VALIDATE CONSTRAINT schema_sync_bound_n;
-- removes what a failure leaves behind: ALTER TABLE public.n DROP CONSTRAINT schema_sync_bound_n;
-- batch

-- 2. look whether the rows of table d stay there beside n (alter table:n)
ALTER TABLE public.d ADD CONSTRAINT schema_sync_bound_n CHECK (NOT (k IS NOT NULL AND k IN (4, 5))) NOT VALID;
ALTER TABLE public.d VALIDATE CONSTRAINT schema_sync_bound_n;
-- removes what a failure leaves behind: ALTER TABLE public.d DROP CONSTRAINT schema_sync_bound_n;
-- batch, all or nothing

-- 3. join the table above of table n (alter table:n)
ALTER TABLE public.t ATTACH PARTITION public.n FOR VALUES IN (4, 5);
ALTER TABLE public.n DROP CONSTRAINT schema_sync_bound_n;
ALTER TABLE public.d DROP CONSTRAINT schema_sync_bound_n;
-- batch

-- 4. look whether the rows of table p1 fit into t (alter table:p1)
ALTER TABLE public.p1 ADD CONSTRAINT schema_sync_bound_p1 CHECK (k IS NOT NULL AND k IN (1, 7)) NOT VALID;
ALTER TABLE public.p1 VALIDATE CONSTRAINT schema_sync_bound_p1;
-- removes what a failure leaves behind: ALTER TABLE public.p1 DROP CONSTRAINT schema_sync_bound_p1;
-- batch

-- 5. look whether the rows of table d stay there beside p1 (alter table:p1)
ALTER TABLE public.d ADD CONSTRAINT schema_sync_bound_p1 CHECK (NOT (k IS NOT NULL AND k IN (1, 7))) NOT VALID;
ALTER TABLE public.d VALIDATE CONSTRAINT schema_sync_bound_p1;
-- removes what a failure leaves behind: ALTER TABLE public.d DROP CONSTRAINT schema_sync_bound_p1;
-- batch, all or nothing

-- 6. join the table above of table p1 (alter table:p1)
ALTER TABLE public.t DETACH PARTITION public.p1;
ALTER TABLE public.t ATTACH PARTITION public.p1 FOR VALUES IN (1, 7);
ALTER TABLE public.p1 DROP CONSTRAINT schema_sync_bound_p1;
ALTER TABLE public.d DROP CONSTRAINT schema_sync_bound_p1;
-- batch

-- 7. look whether the rows of table d stay there beside p2 (create table:p2)
ALTER TABLE public.d ADD CONSTRAINT schema_sync_bound_p2 CHECK (NOT (k IS NULL OR k IN (2))) NOT VALID;
ALTER TABLE public.d VALIDATE CONSTRAINT schema_sync_bound_p2;
-- removes what a failure leaves behind: ALTER TABLE public.d DROP CONSTRAINT schema_sync_bound_p2;
-- batch, all or nothing

-- 8. create table p2 (create table:p2)
CREATE TABLE public.p2 PARTITION OF public.t FOR VALUES IN (2, NULL);
ALTER TABLE public.d DROP CONSTRAINT schema_sync_bound_p2;
-- batch

-- 9. look whether the rows of table d stay there beside p3 (create table:p3)
ALTER TABLE public.d ADD CONSTRAINT schema_sync_bound_p3 CHECK (NOT (k IS NOT NULL AND k IN (3))) NOT VALID;
ALTER TABLE public.d VALIDATE CONSTRAINT schema_sync_bound_p3;
-- removes what a failure leaves behind: ALTER TABLE public.d DROP CONSTRAINT schema_sync_bound_p3;
-- batch, all or nothing

-- 10. create table p3 (create table:p3)
CREATE TABLE public.p3 PARTITION OF public.t FOR VALUES IN (3);
ALTER TABLE public.d DROP CONSTRAINT schema_sync_bound_p3;
-- batch

-- 11. look whether the rows of table rd stay there beside r1 (create table:r1)
ALTER TABLE public.rd ADD CONSTRAINT schema_sync_bound_r1 CHECK (NOT (k IS NOT NULL AND b IS NOT NULL AND (k > 1 OR (k = 1 AND b >= 'a')) AND (k < 2 OR (k = 2 AND b < 'b')))) NOT VALID;
ALTER TABLE public.rd VALIDATE CONSTRAINT schema_sync_bound_r1;
-- removes what a failure leaves behind: ALTER TABLE public.rd DROP CONSTRAINT schema_sync_bound_r1;
-- batch, all or nothing

-- 12. create table r1 (create table:r1)
CREATE TABLE public.r1 PARTITION OF public.r FOR VALUES FROM (1, 'a') TO (2, 'b');
ALTER TABLE public.rd DROP CONSTRAINT schema_sync_bound_r1;
-- batch

-- 13. look whether the rows of table sd stay there beside s1 (create table:s1)
ALTER TABLE public.sd ADD CONSTRAINT schema_sync_bound_s1 CHECK (NOT (k IS NOT NULL AND k < '2020-01-01 00:00:00+00')) NOT VALID;
ALTER TABLE public.sd VALIDATE CONSTRAINT schema_sync_bound_s1;
-- removes what a failure leaves behind: ALTER TABLE public.sd DROP CONSTRAINT schema_sync_bound_s1;
-- batch, all or nothing

-- 14. create table s1 (create table:s1)
CREATE TABLE public.s1 PARTITION OF public.s FOR VALUES FROM (MINVALUE) TO ('2020-01-01 00:00:00+00');
ALTER TABLE public.sd DROP CONSTRAINT schema_sync_bound_s1;
-- batch

-- 15. look whether the rows of table sd stay there beside s2 (create table:s2)
ALTER TABLE public.sd ADD CONSTRAINT schema_sync_bound_s2 CHECK (NOT (k IS NOT NULL AND k >= '2020-01-01 00:00:00+00' AND k < '2021-01-01 00:00:00+00')) NOT VALID;
ALTER TABLE public.sd VALIDATE CONSTRAINT schema_sync_bound_s2;
-- removes what a failure leaves behind: ALTER TABLE public.sd DROP CONSTRAINT schema_sync_bound_s2;
-- batch, all or nothing

-- 16. create table s2 (create table:s2)
CREATE TABLE public.s2 PARTITION OF public.s FOR VALUES FROM ('2020-01-01 00:00:00+00') TO ('2021-01-01 00:00:00+00');
ALTER TABLE public.sd DROP CONSTRAINT schema_sync_bound_s2;

-- ==== down ====
-- batch, all or nothing

-- 1. drop table p2 (drop table:p2)
--    ! data-loss, drops-table: drops table p2 with all of its rows [irreversible]
DROP TABLE public.p2;
-- batch, all or nothing

-- 2. drop table p3 (drop table:p3)
--    ! data-loss, drops-table: drops table p3 with all of its rows [irreversible]
DROP TABLE public.p3;
-- batch, all or nothing

-- 3. drop table r1 (drop table:r1)
--    ! data-loss, drops-table: drops table r1 with all of its rows [irreversible]
DROP TABLE public.r1;
-- batch, all or nothing

-- 4. drop table s1 (drop table:s1)
--    ! data-loss, drops-table: drops table s1 with all of its rows [irreversible]
DROP TABLE public.s1;
-- batch, all or nothing

-- 5. drop table s2 (drop table:s2)
--    ! data-loss, drops-table: drops table s2 with all of its rows [irreversible]
DROP TABLE public.s2;
-- batch, all or nothing

-- 6. leave the table above of table n (alter table:n)
--    ! correctness, hides-rows: takes table n out of table t: who reads, changes or counts the rows of t does not find those of n any more, and no statement fails
ALTER TABLE public.t DETACH PARTITION public.n;
-- batch

-- 7. look whether the rows of table p1 fit into t (alter table:p1)
ALTER TABLE public.p1 ADD CONSTRAINT schema_sync_bound_p1 CHECK (k IS NOT NULL AND k IN (1)) NOT VALID;
ALTER TABLE public.p1 VALIDATE CONSTRAINT schema_sync_bound_p1;
-- removes what a failure leaves behind: ALTER TABLE public.p1 DROP CONSTRAINT schema_sync_bound_p1;
-- batch

-- 8. look whether the rows of table d stay there beside p1 (alter table:p1)
ALTER TABLE public.d ADD CONSTRAINT schema_sync_bound_p1 CHECK (NOT (k IS NOT NULL AND k IN (1))) NOT VALID;
ALTER TABLE public.d VALIDATE CONSTRAINT schema_sync_bound_p1;
-- removes what a failure leaves behind: ALTER TABLE public.d DROP CONSTRAINT schema_sync_bound_p1;
-- batch, all or nothing

-- 9. join the table above of table p1 (alter table:p1)
ALTER TABLE public.t DETACH PARTITION public.p1;
ALTER TABLE public.t ATTACH PARTITION public.p1 FOR VALUES IN (1);
ALTER TABLE public.p1 DROP CONSTRAINT schema_sync_bound_p1;
ALTER TABLE public.d DROP CONSTRAINT schema_sync_bound_p1;
