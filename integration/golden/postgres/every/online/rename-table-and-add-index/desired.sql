CREATE TABLE users (id bigint PRIMARY KEY, name text);
CREATE INDEX by_name ON users (name);
