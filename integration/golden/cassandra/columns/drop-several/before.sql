CREATE TABLE users (id int PRIMARY KEY, name text, mail text, age int, tags set<text>);
