CREATE TABLE users (id int PRIMARY KEY, name text, mail text); CREATE MATERIALIZED VIEW by_name AS SELECT id, name FROM users WHERE id IS NOT NULL AND name IS NOT NULL PRIMARY KEY (name, id);
