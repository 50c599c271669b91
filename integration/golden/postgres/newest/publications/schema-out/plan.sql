-- alter postgres/publication:p
--   drop-member schemas.app: TABLES IN SCHEMA app

-- ==== up ====
-- batch, all or nothing

-- 1. alter publication p (alter postgres/publication:p)
--    ! correctness, publishes-less: publication p does not send all of schema app any more: subscribers keep what they have, and fall behind without an error
ALTER PUBLICATION p DROP TABLES IN SCHEMA app;

-- ==== down ====
-- batch, all or nothing

-- 1. alter publication p (alter postgres/publication:p)
ALTER PUBLICATION p ADD TABLES IN SCHEMA app;
