CREATE TABLE items (id INT NOT NULL PRIMARY KEY, price INT, gross INT AS (price * 2) VIRTUAL, rounded INT AS (gross + 1));
