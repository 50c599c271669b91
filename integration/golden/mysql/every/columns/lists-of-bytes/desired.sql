CREATE TABLE bytes (
  id INT NOT NULL PRIMARY KEY,
  a ENUM('page', '0x41') NOT NULL DEFAULT '0x41',
  b SET('x', 'y') DEFAULT 'x,y',
  c ENUM('é', '0x41') CHARACTER SET utf8mb4 DEFAULT '0x41'
) CHARSET=binary;
CREATE TABLE texts (
  id INT NOT NULL PRIMARY KEY,
  a ENUM('x', 'y', 'z') CHARACTER SET binary DEFAULT 'x',
  b SET('x', 'y') CHARACTER SET binary COMMENT 'added'
);
