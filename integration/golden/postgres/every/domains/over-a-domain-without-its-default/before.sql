CREATE TABLE stays (id int);
