CREATE TABLE users (id INT NOT NULL PRIMARY KEY, mail VARCHAR(40), KEY by_mail (mail));
