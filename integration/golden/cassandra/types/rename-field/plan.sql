-- alter cassandra/type:place
--   rename-field fields.code: zip → code

-- ==== up ====
-- batch

-- 1. rename field zip of type place to code (alter cassandra/type:place)
--    ! correctness, breaks-clients: renames field place.zip to code: statements that use the old name fail from then on
ALTER TYPE place RENAME zip TO code;

-- ==== down ====
-- batch

-- 1. rename field code of type place to zip (alter cassandra/type:place)
--    ! correctness, breaks-clients: renames field place.code to zip: statements that use the old name fail from then on
ALTER TYPE place RENAME code TO zip;
