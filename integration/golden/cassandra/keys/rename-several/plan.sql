-- alter table:visits
--   rename-column columns.seen: at → seen
--   rename-column columns.url: page → url

-- ==== up ====
-- batch

-- 1. rename at to seen and page to url in table visits (alter table:visits)
--    ! correctness, breaks-clients: renames column visits.at to seen: statements that use the old name fail from then on
--    ! correctness, breaks-clients: renames column visits.page to url: statements that use the old name fail from then on
ALTER TABLE visits RENAME at TO seen AND page TO url;

-- ==== down ====
-- batch

-- 1. rename seen to at and url to page in table visits (alter table:visits)
--    ! correctness, breaks-clients: renames column visits.seen to at: statements that use the old name fail from then on
--    ! correctness, breaks-clients: renames column visits.url to page: statements that use the old name fail from then on
ALTER TABLE visits RENAME seen TO at AND url TO page;
