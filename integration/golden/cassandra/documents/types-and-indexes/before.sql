CREATE TABLE users (id int, team int, name text, PRIMARY KEY ((team), id));
