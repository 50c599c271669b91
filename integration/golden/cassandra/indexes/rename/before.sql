CREATE TABLE users (id int PRIMARY KEY, name text); CREATE INDEX by_name ON users (name);
