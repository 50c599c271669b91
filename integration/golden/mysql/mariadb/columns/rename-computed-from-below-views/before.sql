CREATE TABLE users (id INT NOT NULL PRIMARY KEY, name VARCHAR(50), greeting VARCHAR(100) AS (CONCAT('hello ', name)) STORED, loud VARCHAR(100) AS (UPPER(name)) VIRTUAL) COMMENT='who it''s for';
CREATE TABLE orders (id INT NOT NULL PRIMARY KEY, user_id INT);
CREATE VIEW users_with_orders AS SELECT u.id, u.name, o.id AS order_id FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id;
