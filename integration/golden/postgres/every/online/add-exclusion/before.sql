CREATE TABLE stays (id int PRIMARY KEY, during tsrange);
