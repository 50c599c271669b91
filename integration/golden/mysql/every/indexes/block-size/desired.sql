CREATE TABLE notes (id INT NOT NULL PRIMARY KEY, title VARCHAR(80), author VARCHAR(80), KEY titles (title), KEY authors (author) KEY_BLOCK_SIZE=4096) ENGINE=MyISAM;
