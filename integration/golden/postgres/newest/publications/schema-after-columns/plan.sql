-- alter postgres/publication:p
--   add-member schemas.app: TABLES IN SCHEMA app
--   add-member schemas.public: TABLES IN SCHEMA public
--   drop-member tables.app.t: TABLE app.t (id)

-- ==== up ====
-- batch, all or nothing

-- 1. alter publication p (alter postgres/publication:p)
ALTER PUBLICATION p DROP TABLE app.t;
ALTER PUBLICATION p ADD TABLES IN SCHEMA app, public;

-- ==== down ====
-- batch, all or nothing

-- 1. alter publication p (alter postgres/publication:p)
--    ! correctness, publishes-less: publication p does not send all of schema app, schema public any more: subscribers keep what they have, and fall behind without an error
ALTER PUBLICATION p DROP TABLES IN SCHEMA app, public;
ALTER PUBLICATION p ADD TABLE app.t (id);
