CREATE TABLE is_there (id int);
