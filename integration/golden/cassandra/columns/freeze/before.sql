CREATE TABLE users (id int PRIMARY KEY, tags set<text>);
