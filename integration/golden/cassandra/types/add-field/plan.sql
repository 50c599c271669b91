-- alter cassandra/type:place
--   add-field fields.country: country text

-- ==== up ====
-- batch

-- 1. add field country to type place (alter cassandra/type:place)
ALTER TYPE place ADD country text;

-- The way down does not bring back:
--   alter cassandra/type:place: there is no way back: cannot alter cassandra/type:place: type place cannot lose a field: country text

-- ==== down ====
