CREATE TYPE place (street text); CREATE TABLE users (id int PRIMARY KEY, home frozen<place>);
