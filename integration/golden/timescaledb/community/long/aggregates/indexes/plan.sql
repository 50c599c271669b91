-- replace timescaledb/aggregate-index:far.daily.by_top: an index cannot be altered
-- replace timescaledb/aggregate-index:hourly.Some 'more': an index cannot be altered
-- create timescaledb/aggregate-index:hourly.by_rough
-- rename timescaledb/aggregate-index:hourly.called_otherwise from timescaledb/aggregate-index:hourly.called_so
-- create timescaledb/aggregate-index:hourly.come
-- drop timescaledb/aggregate-index:hourly.gone

-- ==== up ====
-- batch, all or nothing

-- 1. drop index by_top of continuous aggregate far.daily (replace timescaledb/aggregate-index:far.daily.by_top)
DROP INDEX _timescaledb_internal.by_top;

-- 2. drop index Some 'more' of continuous aggregate hourly (replace timescaledb/aggregate-index:hourly.Some 'more')
DROP INDEX _timescaledb_internal."Some 'more'";

-- 3. drop index gone of continuous aggregate hourly (drop timescaledb/aggregate-index:hourly.gone)
DROP INDEX _timescaledb_internal.gone;

-- 4. rename index called_so of continuous aggregate hourly to called_otherwise (rename timescaledb/aggregate-index:hourly.called_otherwise)
ALTER INDEX _timescaledb_internal.called_so RENAME TO called_otherwise;

-- 5. create index by_top on continuous aggregate far.daily (replace timescaledb/aggregate-index:far.daily.by_top)
--    ! blocks-writes, builds-aggregate-index: builds an index over what continuous aggregate far.daily has worked out, which is not refreshed meanwhile
CREATE INDEX by_top ON far.daily USING btree (top DESC);

-- 6. create index Some 'more' on continuous aggregate hourly (replace timescaledb/aggregate-index:hourly.Some 'more')
--    ! blocks-writes, builds-aggregate-index: builds an index over what continuous aggregate hourly has worked out, which is not refreshed meanwhile
CREATE INDEX "Some 'more'" ON public.hourly USING btree (device) INCLUDE (average) WHERE (device > 4);

-- 7. create index by_rough on continuous aggregate hourly (create timescaledb/aggregate-index:hourly.by_rough)
--    ! blocks-writes, builds-aggregate-index: builds an index over what continuous aggregate hourly has worked out, which is not refreshed meanwhile
CREATE INDEX by_rough ON public.hourly USING btree (public.rough(device));

-- 8. create index come on continuous aggregate hourly (create timescaledb/aggregate-index:hourly.come)
--    ! blocks-writes, builds-aggregate-index: builds an index over what continuous aggregate hourly has worked out, which is not refreshed meanwhile
CREATE INDEX come ON public.hourly USING brin (bucket) WITH (pages_per_range='16');

-- ==== down ====
-- batch, all or nothing

-- 1. drop index by_top of continuous aggregate far.daily (replace timescaledb/aggregate-index:far.daily.by_top)
DROP INDEX _timescaledb_internal.by_top;

-- 2. drop index Some 'more' of continuous aggregate hourly (replace timescaledb/aggregate-index:hourly.Some 'more')
DROP INDEX _timescaledb_internal."Some 'more'";

-- 3. drop index by_rough of continuous aggregate hourly (drop timescaledb/aggregate-index:hourly.by_rough)
DROP INDEX _timescaledb_internal.by_rough;

-- 4. drop index come of continuous aggregate hourly (drop timescaledb/aggregate-index:hourly.come)
DROP INDEX _timescaledb_internal.come;

-- 5. rename index called_otherwise of continuous aggregate hourly to called_so (rename timescaledb/aggregate-index:hourly.called_so)
ALTER INDEX _timescaledb_internal.called_otherwise RENAME TO called_so;

-- 6. create index by_top on continuous aggregate far.daily (replace timescaledb/aggregate-index:far.daily.by_top)
--    ! blocks-writes, builds-aggregate-index: builds an index over what continuous aggregate far.daily has worked out, which is not refreshed meanwhile
CREATE INDEX by_top ON far.daily USING btree (top);

-- 7. create index Some 'more' on continuous aggregate hourly (replace timescaledb/aggregate-index:hourly.Some 'more')
--    ! blocks-writes, builds-aggregate-index: builds an index over what continuous aggregate hourly has worked out, which is not refreshed meanwhile
CREATE INDEX "Some 'more'" ON public.hourly USING btree (device) INCLUDE (average) WHERE (device > 3);

-- 8. create index gone on continuous aggregate hourly (create timescaledb/aggregate-index:hourly.gone)
--    ! blocks-writes, builds-aggregate-index: builds an index over what continuous aggregate hourly has worked out, which is not refreshed meanwhile
CREATE INDEX gone ON public.hourly USING btree (device);
