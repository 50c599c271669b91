CREATE TYPE person (name text, home frozen<place>); CREATE TABLE teams (id int PRIMARY KEY, lead frozen<person>); CREATE TYPE place (street text, zip int);
