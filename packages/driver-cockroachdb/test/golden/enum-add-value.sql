-- before
CREATE TYPE public.state AS ENUM ('new', 'done');

-- after
CREATE TYPE public.state AS ENUM ('new', 'open', 'done');

-- up
ALTER TYPE public.state ADD VALUE 'open' BEFORE 'done';

-- down
ALTER TYPE public.state DROP VALUE 'open';
