-- create index:my app.ON only (x)

-- ==== up ====
-- batch, all or nothing

-- 1. create index my app.ON only (x) (create index:my app.ON only (x))
--    ! blocks-writes, builds-index: builds an index over table my app.we"ird Näme; nobody writes to it meanwhile
CREATE INDEX "ON only (x)" ON "my app"."we""ird Näme" USING btree ("select" DESC, lower("a b")) WHERE ("a b" <> 'USING'::text);

-- ==== down ====
-- batch, all or nothing

-- 1. drop index my app.ON only (x) (drop index:my app.ON only (x))
DROP INDEX "my app"."ON only (x)";
