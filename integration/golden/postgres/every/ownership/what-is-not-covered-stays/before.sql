CREATE DOMAIN d AS int;
CREATE TABLE schema_migrations (version text);
CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq);
CREATE TYPE later;
