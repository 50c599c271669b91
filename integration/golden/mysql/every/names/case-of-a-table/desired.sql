-- @renamed from=Users
CREATE TABLE users (id INT PRIMARY KEY);
