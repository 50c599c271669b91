CREATE TYPE place (street text, zip text);
