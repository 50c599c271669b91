CREATE TABLE users (id int PRIMARY KEY, name text, tags set<text>, marks map<text, int>, path frozen<list<text>>);
