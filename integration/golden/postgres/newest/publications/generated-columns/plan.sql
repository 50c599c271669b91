-- alter postgres/publication:p
--   change-generated generated: none → true

-- ==== up ====
-- batch, all or nothing

-- 1. alter publication p (alter postgres/publication:p)
ALTER PUBLICATION p SET (publish_generated_columns = stored);

-- ==== down ====
-- batch, all or nothing

-- 1. alter publication p (alter postgres/publication:p)
ALTER PUBLICATION p SET (publish_generated_columns = none);
