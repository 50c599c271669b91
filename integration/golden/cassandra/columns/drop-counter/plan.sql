-- alter table:pages
--   drop-column columns.liked: liked counter

-- ==== up ====
-- batch

-- 1. drop liked from table pages (alter table:pages)
--    ! data-loss, drops-column: drops column pages.liked with all of its values [irreversible]
ALTER TABLE pages DROP liked;

-- The way down does not bring back:
--   alter table:pages: drops column pages.liked with all of its values
--   alter table:pages: there is no way back: cannot alter table:pages: pages.liked does not come back once it was dropped: Cassandra takes no counter again, and no column of a user-defined type

-- ==== down ====
