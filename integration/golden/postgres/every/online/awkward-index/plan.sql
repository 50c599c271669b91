-- create index:od"d.in"d 'ex

-- ==== up ====
-- batch, postgres/lock_timeout = 0

-- 1. create index od"d.in"d 'ex (create index:od"d.in"d 'ex)
CREATE INDEX CONCURRENTLY "in""d 'ex" ON "od""d"."we""ird Näme" USING btree ("select", "a b" DESC);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY "od""d"."in""d 'ex";

-- ==== down ====
-- batch, postgres/lock_timeout = 0

-- 1. drop index od"d.in"d 'ex (drop index:od"d.in"d 'ex)
--    ! slow, drops-index: drops index in"d 'ex: queries that used it read all of table od"d.we"ird Näme from then on
DROP INDEX CONCURRENTLY "od""d"."in""d 'ex";
