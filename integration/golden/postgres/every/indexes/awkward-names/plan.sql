-- create index:my app.ON only (x)

-- ==== up ====
-- batch, all or nothing

-- 1. create index my app.ON only (x) (create index:my app.ON only (x))
--    ! blocks-writes, builds-index: builds an index over table my app.we"ird Näme; nobody writes to it meanwhile
CREATE INDEX "ON only (x)" ON "my app"."we""ird Näme" USING btree ("select" DESC, lower("a b")) WHERE ("a b" <> 'USING'::text);

-- ==== down ====
-- batch, all or nothing

-- 1. drop index my app.ON only (x) (drop index:my app.ON only (x))
--    ! slow, drops-index: drops index ON only (x): queries that used it read all of table my app.we"ird Näme from then on
DROP INDEX "my app"."ON only (x)";
