CREATE TABLE users (id int PRIMARY KEY, tags frozen<set<text>>);
