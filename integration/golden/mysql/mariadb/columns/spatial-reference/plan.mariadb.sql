-- alter table:places
--   add-column columns.way: `way` linestring REF_SYSTEM_ID=3857 NULL
--   change-srid columns.at.srid: 4326 → none
--   change-srid columns.shape.srid: none → 4326

-- ==== up ====
-- batch

-- 1. alter table places: change column at, change column shape, add column way (alter table:places)
ALTER TABLE `places`
  MODIFY COLUMN `at` point NOT NULL,
  MODIFY COLUMN `shape` polygon REF_SYSTEM_ID=4326 NULL,
  ADD COLUMN `way` linestring REF_SYSTEM_ID=3857 NULL,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table places: drop column way, change column at, change column shape (alter table:places)
--    ! data-loss, drops-column: drops column places.way with all of its values [irreversible]
ALTER TABLE `places`
  DROP COLUMN `way`,
  MODIFY COLUMN `at` point REF_SYSTEM_ID=4326 NOT NULL,
  MODIFY COLUMN `shape` polygon NULL,
  ALGORITHM=INSTANT;
