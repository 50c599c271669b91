CREATE TABLE users (id int CONSTRAINT people_pkey PRIMARY KEY, email text);
