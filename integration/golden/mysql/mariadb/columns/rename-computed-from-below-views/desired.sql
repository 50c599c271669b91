CREATE TABLE users (
  id INT NOT NULL PRIMARY KEY,
  -- @renamed from=name
  login VARCHAR(50),
  greeting VARCHAR(100) AS (CONCAT('hello ', login)) STORED,
  loud VARCHAR(100) AS (UPPER(login)) VIRTUAL
) COMMENT='who it''s for';
CREATE TABLE orders (id INT NOT NULL PRIMARY KEY, user_id INT);
CREATE VIEW users_with_orders AS SELECT u.id, u.login, o.id AS order_id FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id;
