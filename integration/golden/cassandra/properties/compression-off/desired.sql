CREATE TABLE users (id int PRIMARY KEY, name text) WITH compression = {'enabled': 'false'};
