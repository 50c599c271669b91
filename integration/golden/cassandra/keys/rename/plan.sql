-- alter table:visits
--   rename-column columns.guest: who → guest

-- ==== up ====
-- batch

-- 1. rename who to guest in table visits (alter table:visits)
--    ! correctness, breaks-clients: renames column visits.who to guest: statements that use the old name fail from then on
ALTER TABLE visits RENAME who TO guest;

-- ==== down ====
-- batch

-- 1. rename guest to who in table visits (alter table:visits)
--    ! correctness, breaks-clients: renames column visits.guest to who: statements that use the old name fail from then on
ALTER TABLE visits RENAME guest TO who;
