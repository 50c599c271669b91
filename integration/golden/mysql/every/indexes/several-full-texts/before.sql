CREATE TABLE notes (id INT PRIMARY KEY, title VARCHAR(80), body TEXT, summary TEXT, FULLTEXT KEY by_title (title), FULLTEXT KEY by_body (body));
