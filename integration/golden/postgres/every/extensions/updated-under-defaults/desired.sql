CREATE EXTENSION pg_stat_statements VERSION '1.7';
CREATE TABLE above (a text DEFAULT pg_stat_statements_reset()::text, b int DEFAULT 1);
CREATE TABLE below () INHERITS (above);
ALTER TABLE below ALTER a SET DEFAULT 'of its own';
CREATE DOMAIN d AS text DEFAULT pg_stat_statements_reset()::text;
CREATE TABLE of_the_domain (a d);
