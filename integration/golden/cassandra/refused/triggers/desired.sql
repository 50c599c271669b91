CREATE TABLE users (id int PRIMARY KEY, name text); CREATE TRIGGER t ON users USING 'org.example.Trigger';
