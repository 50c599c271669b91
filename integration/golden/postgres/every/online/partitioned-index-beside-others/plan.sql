-- create index:again
-- drop index:by_a
-- create index:by_both
-- create index:computed

-- ==== up ====
-- batch, postgres/lock_timeout = 0

-- 1. build its part of index again for partition t_1 (create index:again)
CREATE INDEX CONCURRENTLY t_1_again ON public.t_1 USING btree (a) WHERE (a > 0);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.t_1_again;
-- batch, postgres/lock_timeout = 0

-- 2. build its part of index again for partition t_2 (create index:again)
CREATE INDEX CONCURRENTLY t_2_again ON public.t_2 USING btree (a) WHERE (a > 0);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.t_2_again;
-- batch, all or nothing

-- 3. create index again (create index:again)
CREATE INDEX again ON ONLY public.t USING btree (a) WHERE (a > 0);
ALTER INDEX public.again ATTACH PARTITION public.t_1_again;
ALTER INDEX public.again ATTACH PARTITION public.t_2_again;
-- batch, postgres/lock_timeout = 0

-- 4. build its part of index by_both for partition t_1 (create index:by_both)
CREATE INDEX CONCURRENTLY t_1_by_both ON public.t_1 USING btree (a, id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.t_1_by_both;
-- batch, postgres/lock_timeout = 0

-- 5. build its part of index by_both for partition t_2 (create index:by_both)
CREATE INDEX CONCURRENTLY t_2_a_id_idx1 ON public.t_2 USING btree (a, id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.t_2_a_id_idx1;
-- batch, all or nothing

-- 6. create index by_both (create index:by_both)
CREATE INDEX by_both ON ONLY public.t USING btree (a, id);
ALTER INDEX public.by_both ATTACH PARTITION public.t_1_by_both;
ALTER INDEX public.by_both ATTACH PARTITION public.t_2_a_id_idx1;
-- batch, postgres/lock_timeout = 0

-- 7. build its part of index computed for partition t_1 (create index:computed)
CREATE INDEX CONCURRENTLY t_1_computed ON public.t_1 USING btree (((a + 1)), lower((a)::text)) INCLUDE (id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.t_1_computed;
-- batch, postgres/lock_timeout = 0

-- 8. build its part of index computed for partition t_2 (create index:computed)
CREATE INDEX CONCURRENTLY t_2_expr_lower_id_idx ON public.t_2 USING btree (((a + 1)), lower((a)::text)) INCLUDE (id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.t_2_expr_lower_id_idx;
-- batch, all or nothing

-- 9. create index computed (create index:computed)
CREATE INDEX computed ON ONLY public.t USING btree (((a + 1)), lower((a)::text)) INCLUDE (id);
ALTER INDEX public.computed ATTACH PARTITION public.t_1_computed;
ALTER INDEX public.computed ATTACH PARTITION public.t_2_expr_lower_id_idx;
-- batch, all or nothing

-- 10. drop index by_a (drop index:by_a)
--    ! slow, drops-index: drops index by_a: queries that used it read all of table t from then on
DROP INDEX public.by_a;

-- ==== down ====
-- batch, postgres/lock_timeout = 0

-- 1. build its part of index by_a for partition t_1 (create index:by_a)
CREATE INDEX CONCURRENTLY odd ON public.t_1 USING btree (a);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.odd;
-- batch, postgres/lock_timeout = 0

-- 2. build its part of index by_a for partition t_2 (create index:by_a)
CREATE INDEX CONCURRENTLY t_2_by_a ON public.t_2 USING btree (a);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.t_2_by_a;
-- batch, all or nothing

-- 3. create index by_a (create index:by_a)
CREATE INDEX by_a ON ONLY public.t USING btree (a);
ALTER INDEX public.by_a ATTACH PARTITION public.odd;
ALTER INDEX public.by_a ATTACH PARTITION public.t_2_by_a;
-- batch, all or nothing

-- 4. drop index again (drop index:again)
--    ! slow, drops-index: drops index again: queries that used it read all of table t from then on
DROP INDEX public.again;
-- batch, all or nothing

-- 5. drop index by_both (drop index:by_both)
--    ! slow, drops-index: drops index by_both: queries that used it read all of table t from then on
DROP INDEX public.by_both;
-- batch, all or nothing

-- 6. drop index computed (drop index:computed)
--    ! slow, drops-index: drops index computed: queries that used it read all of table t from then on
DROP INDEX public.computed;
