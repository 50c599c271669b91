CREATE TYPE place (street text, zip int, country text); CREATE TABLE users (id int PRIMARY KEY, home frozen<place>);
