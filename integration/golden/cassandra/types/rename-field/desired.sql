CREATE TYPE place (street text, code int); CREATE TABLE users (id int PRIMARY KEY, home frozen<place>);
