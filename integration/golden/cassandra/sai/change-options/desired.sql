CREATE TABLE users (id int PRIMARY KEY, name text); CREATE CUSTOM INDEX by_name ON users (name) USING 'sai' WITH OPTIONS = {'ascii': 'true'};
