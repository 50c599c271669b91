CREATE TABLE users (id int PRIMARY KEY, name text, mail text, tags set<text>, age int);
