CREATE TABLE users (id int PRIMARY KEY, name text) WITH default_time_to_live = 3600;
