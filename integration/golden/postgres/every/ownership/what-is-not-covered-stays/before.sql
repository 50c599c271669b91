CREATE DOMAIN d AS int;
CREATE TABLE schema_migrations (version text);
