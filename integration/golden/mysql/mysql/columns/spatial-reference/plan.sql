-- alter table:places
--   add-column columns.way: `way` linestring NULL SRID 3857
--   change-srid columns.shape.srid: none → 4326

-- ==== up ====
-- batch

-- 1. alter table places: change column shape, add column way (alter table:places)
--    ! blocks-writes, copies-table: copies table places row by row into a new one, because there is no other way to change column shape: nobody can write to it meanwhile
ALTER TABLE `places`
  MODIFY COLUMN `shape` polygon NULL SRID 4326,
  ADD COLUMN `way` linestring NULL SRID 3857,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table places: drop column way, change column shape (alter table:places)
--    ! data-loss, drops-column: drops column places.way with all of its values [irreversible]
--    ! blocks-writes, copies-table: copies table places row by row into a new one, because there is no other way to change column shape: nobody can write to it meanwhile
ALTER TABLE `places`
  DROP COLUMN `way`,
  MODIFY COLUMN `shape` polygon NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
