-- @renamed from=t
CREATE TABLE v (id INT PRIMARY KEY);
