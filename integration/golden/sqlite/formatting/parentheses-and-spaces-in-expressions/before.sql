CREATE TABLE users (id INTEGER PRIMARY KEY, age INTEGER DEFAULT (1+2), CHECK (age>0 AND(age<200)));
CREATE INDEX users_by ON users (age+1);
