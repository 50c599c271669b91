CREATE TABLE short (id INT NOT NULL PRIMARY KEY, a VARCHAR(40) DEFAULT '2' CHECK (json_valid(a)));
CREATE TABLE said (id INT NOT NULL PRIMARY KEY, a VARCHAR(40) COMMENT 'a document' CHECK (json_valid(a)));
CREATE TABLE latin (id INT NOT NULL PRIMARY KEY, a LONGTEXT CHARACTER SET latin1 COMMENT 'a document' CHECK (json_valid(a)));
CREATE TABLE beside (id INT NOT NULL PRIMARY KEY, a TEXT CHECK (json_valid(a)), b INT);
CREATE TABLE goes (id INT NOT NULL PRIMARY KEY);
CREATE TABLE moreover (id INT NOT NULL PRIMARY KEY, a TEXT COMMENT 'a document' CHECK (json_valid(a) AND length(a) < 90), b INT);
