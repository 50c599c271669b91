-- alter postgres/publication:p
--   change-publish publish: none → insert, delete

-- ==== up ====
-- batch, all or nothing

-- 1. alter publication p (alter postgres/publication:p)
--    ! correctness, publishes-less: publication p does not send all of update, truncate any more: subscribers keep what they have, and fall behind without an error
ALTER PUBLICATION p SET (publish = 'insert, delete');

-- ==== down ====
-- batch, all or nothing

-- 1. alter publication p (alter postgres/publication:p)
ALTER PUBLICATION p SET (publish = 'insert, update, delete, truncate');
