CREATE TABLE notes (id INT NOT NULL PRIMARY KEY, title VARCHAR(80), author VARCHAR(80), KEY titles (title) KEY_BLOCK_SIZE=4096, KEY authors (author)) ENGINE=MyISAM;
