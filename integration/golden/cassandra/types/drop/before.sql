CREATE TYPE place (street text, zip int); CREATE TABLE users (id int PRIMARY KEY, home frozen<place>);
