CREATE TABLE stays (id int PRIMARY KEY, during tsrange, CONSTRAINT once EXCLUDE USING gist (during WITH &&));
