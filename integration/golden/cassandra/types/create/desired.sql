CREATE TABLE users (id int PRIMARY KEY, home frozen<place>, others list<frozen<place>>); CREATE TYPE place (street text, zip int);
