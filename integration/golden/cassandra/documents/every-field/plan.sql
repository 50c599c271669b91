-- drop table:old
-- alter table:readings
--   add-column columns.owner: owner text static
--   change-property properties.bloom_filter_fp_chance: bloom_filter_fp_chance = 0.01 → bloom_filter_fp_chance = 0.05
--   change-property properties.comment: comment = '' → comment = 'what was read'
--   change-property properties.gc_grace_seconds: gc_grace_seconds = 864000 → gc_grace_seconds = 3600

-- ==== up ====
-- batch

-- 1. drop table old (drop table:old)
--    ! data-loss, drops-table: drops table old with all of its rows [irreversible]
DROP TABLE old;
-- batch

-- 2. add owner to table readings (alter table:readings)
ALTER TABLE readings ADD owner text static;
-- batch

-- 3. change bloom_filter_fp_chance, comment and gc_grace_seconds of table readings (alter table:readings)
ALTER TABLE readings WITH bloom_filter_fp_chance = 0.05
  AND comment = 'what was read'
  AND gc_grace_seconds = 3600;

-- The way down does not bring back:
--   drop table:old: drops table old with all of its rows

-- ==== down ====
-- batch

-- 1. create table old (create table:old)
CREATE TABLE old (
  id int,
  PRIMARY KEY (id)
);
-- batch

-- 2. drop owner from table readings (alter table:readings)
--    ! data-loss, drops-column: drops column readings.owner with all of its values [irreversible]
ALTER TABLE readings DROP owner;
-- batch

-- 3. change bloom_filter_fp_chance, comment and gc_grace_seconds of table readings (alter table:readings)
ALTER TABLE readings WITH bloom_filter_fp_chance = 0.01
  AND comment = ''
  AND gc_grace_seconds = 864000;
