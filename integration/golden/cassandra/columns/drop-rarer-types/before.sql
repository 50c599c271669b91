CREATE TABLE users (id int PRIMARY KEY, a tuple<int, text>, b frozen<set<text>>, c duration, d map<text, frozen<list<int>>>);
