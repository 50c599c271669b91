-- @renamed from=users
CREATE TABLE people (id INT NOT NULL PRIMARY KEY, mail VARCHAR(40));
