CREATE TABLE users (id integer primary key, name varchar(10), price Decimal(10,2));
