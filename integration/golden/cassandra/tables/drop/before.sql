CREATE TABLE users (id int PRIMARY KEY, name text); CREATE TABLE old (id int PRIMARY KEY);
