CREATE TABLE users (id int PRIMARY KEY, name text); CREATE TABLE elsewhere.things (id int PRIMARY KEY);
