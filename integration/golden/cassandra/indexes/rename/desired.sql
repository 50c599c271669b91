CREATE TABLE users (id int PRIMARY KEY, name text); CREATE INDEX users_by_name ON users (name);
