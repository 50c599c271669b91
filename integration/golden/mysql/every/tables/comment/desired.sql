CREATE TABLE users (id INT NOT NULL PRIMARY KEY, mail VARCHAR(40)) COMMENT='the \\ and ''the''';
