CREATE TABLE users (number int PRIMARY KEY, name text); CREATE MATERIALIZED VIEW by_name AS SELECT number, name FROM users WHERE number IS NOT NULL AND name IS NOT NULL PRIMARY KEY (name, number);
