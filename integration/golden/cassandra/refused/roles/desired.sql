CREATE TABLE users (id int PRIMARY KEY, name text); CREATE ROLE ada WITH LOGIN = true AND PASSWORD = 's3cret-of-ada';
