CREATE TABLE users (id int PRIMARY KEY, name text) WITH comment = 'who it''s of';
