-- before
CREATE TYPE public.state AS ENUM ('new', 'open', 'done');

-- after
CREATE TYPE public.state AS ENUM ('new', 'done');

-- up
ALTER TYPE public.state DROP VALUE 'open';

-- down
ALTER TYPE public.state ADD VALUE 'open' BEFORE 'done';
